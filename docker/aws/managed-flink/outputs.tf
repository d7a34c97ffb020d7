output "application_arn" {
  description = "For aws kinesisanalyticsv2."
  value       = aws_kinesisanalyticsv2_application.job.arn
}

output "role_arn" {
  description = "What the job runs as: Kafka's access lists name it where the job uses IAM."
  value       = aws_iam_role.job.arn
}
