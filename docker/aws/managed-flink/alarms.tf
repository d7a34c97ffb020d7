# Alarms by the names that the service gives to metrics in CloudWatch. They are Flink's own: what the
# job counts itself goes to reporters that the service does not have (docs/metrics.md).

locals {
  alarms = {
    # The service's word for a job that does not run; Flink 2.2 has no fullRestarts any more.
    down = {
      metric      = "downtime"
      statistic   = "Maximum"
      period      = 60
      evaluations = 3
      operator    = "GreaterThanThreshold"
      threshold   = 0
      missing     = "breaching"
      description = "The job does not run: WeirDown in docs/operations.md."
    }
    no-flows = {
      metric      = "numRecordsInPerSecond"
      statistic   = "Sum"
      period      = 300
      evaluations = 3
      operator    = "LessThanOrEqualToThreshold"
      threshold   = 0
      missing     = "breaching"
      description = "Nothing is read: WeirNoFlows in docs/operations.md."
    }
    checkpoints-slow = {
      metric      = "lastCheckpointDuration"
      statistic   = "Maximum"
      period      = 300
      evaluations = 3
      operator    = "GreaterThanThreshold"
      threshold   = var.checkpoint_interval_ms
      missing     = "notBreaching"
      description = "A checkpoint takes longer than from one to the next: WeirCheckpointsFail in docs/operations.md."
    }
    heap = {
      metric      = "heapMemoryUtilization"
      statistic   = "Maximum"
      period      = 300
      evaluations = 6
      operator    = "GreaterThanThreshold"
      threshold   = 90
      missing     = "notBreaching"
      description = "The heap is nearly full: give more KPUs, and see 'Size' in docs/operations.md."
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "job" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = "AWS/KinesisAnalytics"
  metric_name         = each.value.metric
  statistic           = each.value.statistic
  period              = each.value.period
  evaluation_periods  = each.value.evaluations
  comparison_operator = each.value.operator
  threshold           = each.value.threshold
  treat_missing_data  = each.value.missing
  alarm_actions       = var.alarm_actions
  ok_actions          = var.alarm_actions
  tags                = var.tags

  dimensions = {
    Application = aws_kinesisanalyticsv2_application.job.name
  }
}

# These two count from the job's start and do not go down: what is asked for is how much they rose.
resource "aws_cloudwatch_metric_alarm" "rises" {
  for_each = {
    checkpoints-fail = { metric = "numberOfFailedCheckpoints", most = 2, about = "WeirCheckpointsFail" }
    restarts         = { metric = "numRestarts", most = 2, about = "WeirRestarts" }
  }

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${each.value.about} in docs/operations.md."
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.most
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_actions
  ok_actions          = var.alarm_actions
  tags                = var.tags

  metric_query {
    id          = "rise"
    expression  = "DIFF(m)"
    label       = each.value.metric
    return_data = true
  }

  metric_query {
    id = "m"

    metric {
      namespace   = "AWS/KinesisAnalytics"
      metric_name = each.value.metric
      stat        = "Maximum"
      period      = 900

      dimensions = {
        Application = aws_kinesisanalyticsv2_application.job.name
      }
    }
  }
}

# currentInputWatermark is a time, in milliseconds: what is asked for is how long ago that is.
resource "aws_cloudwatch_metric_alarm" "watermark" {
  alarm_name          = "${var.name}-watermark-lag"
  alarm_description   = "Event time lies far behind the clock: WeirWatermarkLag in docs/operations.md."
  evaluation_periods  = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.max_lag_ms
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_actions
  ok_actions          = var.alarm_actions
  tags                = var.tags

  metric_query {
    id          = "lag"
    expression  = "EPOCH(m) * 1000 - m"
    label       = "watermark lag"
    return_data = true
  }

  metric_query {
    id = "m"

    metric {
      namespace   = "AWS/KinesisAnalytics"
      metric_name = "currentInputWatermark"
      stat        = "Minimum"
      period      = 300

      dimensions = {
        Application = aws_kinesisanalyticsv2_application.job.name
      }
    }
  }
}
