# The job on Amazon's managed Flink: docs/operations.md.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.name
}

resource "aws_cloudwatch_log_group" "job" {
  name              = "/${var.name}/flink"
  retention_in_days = 30
  tags              = var.tags
}

resource "aws_cloudwatch_log_stream" "job" {
  name           = "job"
  log_group_name = aws_cloudwatch_log_group.job.name
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["kinesisanalytics.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

data "aws_iam_policy_document" "job" {
  statement {
    actions   = ["s3:GetObject", "s3:GetObjectVersion"]
    resources = ["arn:${local.partition}:s3:::${var.bucket}/${var.jar_key}"]
  }

  statement {
    actions   = ["logs:PutLogEvents", "logs:DescribeLogStreams"]
    resources = ["${aws_cloudwatch_log_group.job.arn}:*"]
  }

  statement {
    actions   = ["logs:DescribeLogGroups"]
    resources = ["arn:${local.partition}:logs:${local.region}:${local.account}:log-group:*"]
  }

  # Interfaces in the VPC take no narrower resource.
  statement {
    actions = [
      "ec2:CreateNetworkInterface",
      "ec2:CreateNetworkInterfacePermission",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeDhcpOptions",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
    ]
    resources = ["*"]
  }
}

resource "aws_iam_role" "job" {
  name               = "${var.name}-flink"
  assume_role_policy = data.aws_iam_policy_document.trust.json
  tags               = var.tags
}

resource "aws_iam_role_policy" "job" {
  name   = "job"
  role   = aws_iam_role.job.id
  policy = data.aws_iam_policy_document.job.json
}

resource "aws_iam_role_policy_attachment" "reader" {
  count = var.reader_policy_arn == null ? 0 : 1

  role       = aws_iam_role.job.name
  policy_arn = var.reader_policy_arn
}

resource "aws_kinesisanalyticsv2_application" "job" {
  name                   = var.name
  runtime_environment    = "FLINK-2_2"
  service_execution_role = aws_iam_role.job.arn
  start_application      = true
  tags                   = var.tags

  cloudwatch_logging_options {
    log_stream_arn = aws_cloudwatch_log_stream.job.arn
  }

  application_configuration {
    application_code_configuration {
      code_content_type = "ZIPFILE"

      code_content {
        s3_content_location {
          bucket_arn = "arn:${local.partition}:s3:::${var.bucket}"
          file_key   = var.jar_key
        }
      }
    }

    application_snapshot_configuration {
      snapshots_enabled = true
    }

    environment_properties {
      property_group {
        property_group_id = "weir"
        property_map = merge(
          { model = "classpath:model.json" },
          var.stream_arn == null ? {} : { source = "kinesis", "kinesis.stream" = var.stream_arn },
          var.options,
        )
      }
    }

    flink_application_configuration {
      checkpoint_configuration {
        configuration_type            = "CUSTOM"
        checkpointing_enabled         = true
        checkpoint_interval           = var.checkpoint_interval_ms
        min_pause_between_checkpoints = 5000
      }

      # By operator: the watermarks of the flow source, and how far its shards are behind.
      monitoring_configuration {
        configuration_type = "CUSTOM"
        log_level          = "INFO"
        metrics_level      = "OPERATOR"
      }

      parallelism_configuration {
        configuration_type   = "CUSTOM"
        auto_scaling_enabled = false
        parallelism          = var.parallelism
        parallelism_per_kpu  = 1
      }
    }

    run_configuration {
      application_restore_configuration {
        application_restore_type = "RESTORE_FROM_LATEST_SNAPSHOT"
      }

      flink_run_configuration {
        # A savepoint that holds state of no operator is refused: nothing is dropped in silence.
        allow_non_restored_state = false
      }
    }

    vpc_configuration {
      subnet_ids         = var.subnet_ids
      security_group_ids = var.security_group_ids
    }
  }
}
