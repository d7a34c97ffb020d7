# A log group's events on a Kinesis data stream, and who may read them there: docs/cloudwatch.md.

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

data "aws_partition" "current" {}

locals {
  account       = data.aws_caller_identity.current.account_id
  partition     = data.aws_partition.current.partition
  region        = data.aws_region.current.name
  log_group_arn = "arn:${local.partition}:logs:${local.region}:${local.account}:log-group:${var.log_group_name}"
  kms_key_id    = var.kms_key_id == null ? "alias/aws/kinesis" : var.kms_key_id
}

resource "aws_kinesis_stream" "logs" {
  name             = "${var.name}-logs"
  shard_count      = var.shard_count == 0 ? null : var.shard_count
  retention_period = var.retention_hours
  encryption_type  = "KMS"
  kms_key_id       = local.kms_key_id
  tags             = var.tags

  stream_mode_details {
    stream_mode = var.shard_count == 0 ? "ON_DEMAND" : "PROVISIONED"
  }
}

# Who writes: CloudWatch Logs, for this account's log groups only, into this stream only.

data "aws_iam_policy_document" "writer_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["logs.amazonaws.com"]
    }

    condition {
      test     = "StringLike"
      variable = "aws:SourceArn"
      values   = ["arn:${local.partition}:logs:${local.region}:${local.account}:*"]
    }
  }
}

data "aws_iam_policy_document" "writer" {
  statement {
    actions   = ["kinesis:PutRecord", "kinesis:PutRecords"]
    resources = [aws_kinesis_stream.logs.arn]
  }

  dynamic "statement" {
    for_each = var.kms_key_id == null ? [] : [var.kms_key_id]

    content {
      actions   = ["kms:GenerateDataKey"]
      resources = [statement.value]
    }
  }
}

resource "aws_iam_role" "writer" {
  name               = "${var.name}-logs-writer"
  assume_role_policy = data.aws_iam_policy_document.writer_trust.json
  tags               = var.tags
}

resource "aws_iam_role_policy" "writer" {
  name   = "put-records"
  role   = aws_iam_role.writer.id
  policy = data.aws_iam_policy_document.writer.json
}

resource "aws_cloudwatch_log_subscription_filter" "logs" {
  name            = var.name
  log_group_name  = var.log_group_name
  filter_pattern  = var.filter_pattern
  destination_arn = aws_kinesis_stream.logs.arn
  role_arn        = aws_iam_role.writer.arn

  # An interface's records stay in one shard, and in their order.
  distribution = "ByLogStream"

  depends_on = [aws_iam_role_policy.writer]
}

# Who reads: the four calls that the job makes, of this stream only; and history from the log group.

data "aws_iam_policy_document" "reader" {
  statement {
    actions = [
      "kinesis:DescribeStreamSummary",
      "kinesis:GetRecords",
      "kinesis:GetShardIterator",
      "kinesis:ListShards",
    ]
    resources = [aws_kinesis_stream.logs.arn]
  }

  statement {
    actions   = ["logs:FilterLogEvents"]
    resources = ["${local.log_group_arn}:*"]
  }

  # Takes no narrower resource than the account's log groups.
  statement {
    actions   = ["logs:DescribeLogGroups"]
    resources = ["arn:${local.partition}:logs:${local.region}:${local.account}:log-group:*"]
  }

  dynamic "statement" {
    for_each = var.kms_key_id == null ? [] : [var.kms_key_id]

    content {
      actions   = ["kms:Decrypt"]
      resources = [statement.value]
    }
  }
}

resource "aws_iam_policy" "reader" {
  name   = "${var.name}-logs-reader"
  policy = data.aws_iam_policy_document.reader.json
  tags   = var.tags
}

data "aws_iam_policy_document" "reader_trust" {
  count = length(var.reader_principals) == 0 ? 0 : 1

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = var.reader_principals
    }
  }
}

resource "aws_iam_role" "reader" {
  count = length(var.reader_principals) == 0 ? 0 : 1

  name               = "${var.name}-logs-reader"
  assume_role_policy = data.aws_iam_policy_document.reader_trust[0].json
  tags               = var.tags
}

resource "aws_iam_role_policy_attachment" "reader" {
  count = length(var.reader_principals) == 0 ? 0 : 1

  role       = aws_iam_role.reader[0].name
  policy_arn = aws_iam_policy.reader.arn
}
