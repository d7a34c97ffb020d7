variable "name" {
  description = "Begins the names of everything that is created."
  type        = string
  default     = "weir"
}

variable "log_group_name" {
  description = "The log group that VPC Flow Logs, or other logs, are written to. It has to exist, in the provider's region."
  type        = string
}

variable "filter_pattern" {
  description = "Which log events are sent on, in CloudWatch Logs' syntax; empty for all."
  type        = string
  default     = ""
}

variable "shard_count" {
  description = "Shards of the stream; 0 lets AWS scale it on demand."
  type        = number
  default     = 0

  validation {
    condition     = var.shard_count >= 0
    error_message = "Give the number of shards, or 0 for on-demand."
  }
}

variable "retention_hours" {
  description = "For how long the stream keeps records: the longest that the job may be down without losing any."
  type        = number
  default     = 48

  validation {
    condition     = var.retention_hours >= 24 && var.retention_hours <= 8760
    error_message = "A stream keeps records for 24 to 8760 hours."
  }
}

variable "kms_key_id" {
  description = "ARN of the key that the stream is encrypted with; null for the one that AWS manages for Kinesis."
  type        = string
  default     = null
}

variable "reader_principals" {
  description = "ARNs of roles that may assume the reader's role (--kinesis.role). Empty where the job runs with credentials that the reader's policy is attached to."
  type        = list(string)
  default     = []
}

variable "tags" {
  description = "Tags of everything that is created."
  type        = map(string)
  default     = {}
}
