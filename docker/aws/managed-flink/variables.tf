variable "name" {
  description = "Begins the names of everything that is created."
  type        = string
  default     = "weir"
}

variable "bucket" {
  description = "The bucket that the job's jar lies in, with its model in it (docker/aws/managed-flink/package)."
  type        = string
}

variable "jar_key" {
  description = "The jar's key in the bucket. Give each jar a key of its own: a changed key is an upgrade, by snapshot."
  type        = string
}

variable "options" {
  description = "The job's options by their names without the hyphens, such as format = \"cloudwatch\"; docs/options.md."
  type        = map(string)
}

variable "stream_arn" {
  description = "The Kinesis stream that the job reads; null where it reads Kafka."
  type        = string
  default     = null
}

variable "reader_policy_arn" {
  description = "What the job may do with the stream: the output of docker/aws. Null where it reads Kafka."
  type        = string
  default     = null
}

variable "subnet_ids" {
  description = "Where the job's network interfaces are, which have to reach Kafka and AWS."
  type        = list(string)
}

variable "security_group_ids" {
  description = "The interfaces' security groups."
  type        = list(string)
}

variable "parallelism" {
  description = "Subtasks of every operator."
  type        = number
  default     = 2
}

variable "checkpoint_interval_ms" {
  description = "From one checkpoint to the next. The service's setting counts, whatever the job says."
  type        = number
  default     = 60000
}

variable "max_lag_ms" {
  description = "How far event time may lie behind the clock before somebody is told: longer than window, disorder and delivery together."
  type        = number
  default     = 900000
}

variable "alarm_actions" {
  description = "ARNs that alarms are sent to, such as an SNS topic's."
  type        = list(string)
  default     = []
}

variable "tags" {
  description = "Tags of everything that is created."
  type        = map(string)
  default     = {}
}
