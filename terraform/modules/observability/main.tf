variable "project_id" {
  description = "Project that is watched."
  type        = string
}

variable "project_number" {
  description = "Number of the project, for the budget."
  type        = string
}

variable "emails" {
  description = "Addresses that alerts go to."
  type        = set(string)
}

variable "budget" {
  description = "Billing account, monthly amount and currency; null for no budget."
  type = object({
    billing_account = string
    amount          = number
    currency        = string
  })
}

variable "streaming_job" {
  description = "Name of the streaming job; null without one."
  type        = string
}

variable "runbook" {
  description = "Where people find the runbook."
  type        = string
}

locals {
  # Events that the workflow logs; metrics and alerts count them.
  events = {
    released        = "Runs whose release the API serves."
    release_blocked = "Runs that the release gate stopped."
    stage_failed    = "Attempts of a stage that failed; most are retried."
  }

  # PromQL, so that one form says a threshold, an absence and a ratio. The titles are headings of the runbook.
  alerts = {
    run_failed = {
      title    = "The nightly run failed"
      query    = "sum(increase(workflows_googleapis_com:finished_execution_count{monitored_resource=\"workflows.googleapis.com/Workflow\",workflow_id=\"growthline-nightly\",status=\"FAILED\"}[10m])) > 0"
      severity = "ERROR"
    }
    release_blocked = {
      title    = "The release gate blocked a run"
      query    = "sum(increase(logging_googleapis_com:user_growthline_release_blocked{monitored_resource=\"workflows.googleapis.com/Workflow\"}[10m])) > 0"
      severity = "ERROR"
    }
    no_release = {
      title    = "Nothing was released for a day"
      query    = "(sum(increase(logging_googleapis_com:user_growthline_released{monitored_resource=\"workflows.googleapis.com/Workflow\"}[25h])) or vector(0)) < 1"
      severity = "WARNING"
    }
    stage_failing = {
      title    = "Stages fail and are retried"
      query    = "sum(increase(logging_googleapis_com:user_growthline_stage_failed{monitored_resource=\"workflows.googleapis.com/Workflow\"}[12h])) > 2"
      severity = "WARNING"
    }
    job_long = {
      title    = "A Dataflow job takes too long"
      query    = "max by (job_name) (dataflow_googleapis_com:job_elapsed_time{monitored_resource=\"dataflow_job\",job_name=~\"growthline-.*\",job_name!=\"growthline-stream\"}) > 10800"
      severity = "WARNING"
    }
    api_errors = {
      title    = "The API answers with errors"
      query    = "sum(rate(run_googleapis_com:request_count{monitored_resource=\"cloud_run_revision\",service_name=\"growthline-api\",response_code_class=\"5xx\"}[10m])) / sum(rate(run_googleapis_com:request_count{monitored_resource=\"cloud_run_revision\",service_name=\"growthline-api\"}[10m])) > 0.02"
      severity = "ERROR"
    }
    api_slow = {
      title    = "The API answers slowly"
      query    = "histogram_quantile(0.95, sum by (le) (rate(run_googleapis_com:request_latencies_bucket{monitored_resource=\"cloud_run_revision\",service_name=\"growthline-api\"}[10m]))) > 1000"
      severity = "WARNING"
    }
  }

  # Files are polled every few seconds, so a job that is well lags by about a minute. A job that is gone has no metrics.
  stream = "{monitored_resource=\"dataflow_job\",job_name=\"${coalesce(var.streaming_job, "none")}\"}"
  streaming_alerts = {
    stream_late = {
      title    = "The streaming job is late or gone"
      query    = "max(dataflow_googleapis_com:job_system_lag${local.stream}) > 600 or absent_over_time(dataflow_googleapis_com:job_system_lag${local.stream}[15m])"
      severity = "WARNING"
    }
  }

  charts = {
    "Runs released"                = "sum(increase(logging_googleapis_com:user_growthline_released{monitored_resource=\"workflows.googleapis.com/Workflow\"}[1d]))"
    "Runs blocked"                 = "sum(increase(logging_googleapis_com:user_growthline_release_blocked{monitored_resource=\"workflows.googleapis.com/Workflow\"}[1d]))"
    "Seconds of Dataflow jobs"     = "max by (job_name) (dataflow_googleapis_com:job_elapsed_time{monitored_resource=\"dataflow_job\",job_name=~\"growthline-.*\"})"
    "vCPU of Dataflow jobs"        = "sum by (job_name) (dataflow_googleapis_com:job_current_num_vcpus{monitored_resource=\"dataflow_job\",job_name=~\"growthline-.*\"})"
    "Requests per second by class" = "sum by (response_code_class) (rate(run_googleapis_com:request_count{monitored_resource=\"cloud_run_revision\",service_name=\"growthline-api\"}[5m]))"
    "Latency of the API, p95 (ms)" = "histogram_quantile(0.95, sum by (le) (rate(run_googleapis_com:request_latencies_bucket{monitored_resource=\"cloud_run_revision\",service_name=\"growthline-api\"}[5m])))"
    "Bytes that queries scan"      = "sum(rate(bigquery_googleapis_com:query_scanned_bytes_billed{monitored_resource=\"global\"}[1h]))"
    "Bytes in the landing bucket"  = "sum(storage_googleapis_com:storage_v2_total_bytes{monitored_resource=\"gcs_bucket\",bucket_name=\"${var.project_id}-growthline-landing\"})"
  }
}

resource "google_logging_metric" "event" {
  for_each = local.events

  name        = "growthline_${each.key}"
  description = each.value
  filter      = "resource.type=\"workflows.googleapis.com/Workflow\" AND jsonPayload.event=\"${each.key}\""

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "INT64"
  }
}

resource "google_monitoring_notification_channel" "email" {
  for_each = var.emails

  display_name = "Growthline: ${each.value}"
  type         = "email"
  labels       = { email_address = each.value }
}

resource "google_monitoring_alert_policy" "this" {
  for_each = merge(local.alerts, var.streaming_job == null ? {} : local.streaming_alerts)

  display_name          = each.value.title
  combiner              = "OR"
  severity              = each.value.severity
  notification_channels = [for channel in google_monitoring_notification_channel.email : channel.id]

  conditions {
    display_name = each.value.title
    condition_prometheus_query_language {
      query               = each.value.query
      duration            = "0s"
      evaluation_interval = "300s"
    }
  }

  documentation {
    content   = "What it means and what to do: ${var.runbook}, under \"${each.value.title}\"."
    mime_type = "text/markdown"
  }

  depends_on = [google_logging_metric.event]
}

resource "google_monitoring_dashboard" "this" {
  dashboard_json = jsonencode({
    displayName = "Growthline"
    mosaicLayout = {
      columns = 12
      tiles = [
        for i, title in keys(local.charts) : {
          xPos   = (i % 2) * 6
          yPos   = floor(i / 2) * 4
          width  = 6
          height = 4
          widget = {
            title = title
            xyChart = {
              dataSets = [{
                plotType        = "LINE"
                timeSeriesQuery = { prometheusQuery = local.charts[title] }
              }]
            }
          }
        }
      ]
    }
  })
}

resource "google_billing_budget" "this" {
  count = var.budget == null ? 0 : 1

  billing_account = var.budget.billing_account
  display_name    = "Growthline ${var.project_id}"

  budget_filter {
    projects = ["projects/${var.project_number}"]
  }

  amount {
    specified_amount {
      currency_code = var.budget.currency
      units         = tostring(floor(var.budget.amount))
    }
  }

  dynamic "threshold_rules" {
    for_each = [0.5, 0.9, 1.0]
    content {
      threshold_percent = threshold_rules.value
    }
  }

  threshold_rules {
    threshold_percent = 1.0
    spend_basis       = "FORECASTED_SPEND"
  }

  all_updates_rule {
    monitoring_notification_channels = [for channel in google_monitoring_notification_channel.email : channel.id]
    disable_default_iam_recipients   = false
  }
}

output "dashboard" {
  description = "Name of the dashboard."
  value       = google_monitoring_dashboard.this.id
}
