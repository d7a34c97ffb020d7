output "stream_arn" {
  description = "For --kinesis.stream."
  value       = aws_kinesis_stream.logs.arn
}

output "reader_role_arn" {
  description = "For --kinesis.role; null where reader_principals is empty."
  value       = one(aws_iam_role.reader[*].arn)
}

output "reader_policy_arn" {
  description = "To be attached to whatever the job runs as, where it assumes no role."
  value       = aws_iam_policy.reader.arn
}
