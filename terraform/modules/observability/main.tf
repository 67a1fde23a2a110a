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
    run_failed      = "Runs that failed or were stopped."
  }

  workflow_logs = "resource.type=\"workflows.googleapis.com/Workflow\" AND resource.labels.workflow_id=\"growthline-nightly\""

  # Events of which one is enough: an alert on the line in the log.
  event_alerts = {
    run_failed      = { title = "The nightly run failed", severity = "ERROR" }
    release_blocked = { title = "The release gate blocked a run", severity = "ERROR" }
  }

  # Events that are counted over hours. Silence is a fault too: nothing released for a day of a job that releases every
  # night, where no count at all is also too few.
  count_alerts = {
    stage_failed = {
      title      = "Stages fail and are retried"
      window     = "43200s"
      duration   = "0s"
      comparison = "COMPARISON_GT"
      threshold  = 2
      missing    = null
    }
    released = {
      title      = "Nothing was released for a day"
      window     = "86400s"
      duration   = "3600s"
      comparison = "COMPARISON_LT"
      threshold  = 1
      missing    = "EVALUATION_MISSING_DATA_ACTIVE"
    }
  }

  # PromQL, so that one form says a threshold, an absence and a ratio. The titles are headings of the runbook.
  alerts = {
    job_long = {
      title    = "A Dataflow job takes too long"
      query    = "max by (job_name) (dataflow_googleapis_com:job_elapsed_time{monitored_resource=\"dataflow_job\",job_name=~\"growthline-.*\",job_name!=\"growthline-stream\"}) > 10800"
      severity = "WARNING"
    }
    api_errors = {
      title    = "The API answers with errors"
      query    = "sum(rate(run_googleapis_com:request_count{monitored_resource=\"cloud_run_revision\",service_name=~\"growthline-(api|dashboard)\",response_code_class=\"5xx\"}[10m])) / sum(rate(run_googleapis_com:request_count{monitored_resource=\"cloud_run_revision\",service_name=~\"growthline-(api|dashboard)\"}[10m])) > 0.02"
      severity = "ERROR"
    }
    api_slow = {
      title    = "The API answers slowly"
      query    = "histogram_quantile(0.95, sum by (le) (rate(run_googleapis_com:request_latencies_bucket{monitored_resource=\"cloud_run_revision\",service_name=~\"growthline-(api|dashboard)\"}[10m]))) > 1000"
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

  # Counted by the day: PromQL has no increase of a single sample.
  event_chart = {
    for event in ["released", "release_blocked", "run_failed"] : event => {
      timeSeriesFilter = {
        filter      = "metric.type=\"logging.googleapis.com/user/growthline_${event}\" AND resource.type=\"workflows.googleapis.com/Workflow\""
        aggregation = { alignmentPeriod = "86400s", perSeriesAligner = "ALIGN_SUM", crossSeriesReducer = "REDUCE_SUM" }
      }
    }
  }

  charts = {
    "Seconds of Dataflow jobs"     = "max by (job_name) (dataflow_googleapis_com:job_elapsed_time{monitored_resource=\"dataflow_job\",job_name=~\"growthline-.*\"})"
    "vCPU of Dataflow jobs"        = "sum by (job_name) (dataflow_googleapis_com:job_current_num_vcpus{monitored_resource=\"dataflow_job\",job_name=~\"growthline-.*\"})"
    "Requests per second by class" = "sum by (response_code_class) (rate(run_googleapis_com:request_count{monitored_resource=\"cloud_run_revision\",service_name=~\"growthline-(api|dashboard)\"}[5m]))"
    "Latency of the API, p95 (ms)" = "histogram_quantile(0.95, sum by (le) (rate(run_googleapis_com:request_latencies_bucket{monitored_resource=\"cloud_run_revision\",service_name=~\"growthline-(api|dashboard)\"}[5m])))"
    "Bytes that queries scan"      = "sum(rate(bigquery_googleapis_com:query_scanned_bytes_billed{monitored_resource=\"global\"}[1h]))"
    "Bytes in the landing bucket"  = "sum(storage_googleapis_com:storage_v2_total_bytes{monitored_resource=\"gcs_bucket\",bucket_name=\"${var.project_id}-growthline-landing\"})"
  }
}

resource "google_logging_metric" "event" {
  for_each = local.events

  name        = "growthline_${each.key}"
  description = each.value
  filter      = "${local.workflow_logs} AND jsonPayload.event=\"${each.key}\""

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

resource "google_monitoring_alert_policy" "event" {
  for_each = local.event_alerts

  display_name          = each.value.title
  combiner              = "OR"
  severity              = each.value.severity
  notification_channels = [for channel in google_monitoring_notification_channel.email : channel.id]

  conditions {
    display_name = each.value.title
    condition_matched_log {
      filter = "${local.workflow_logs} AND jsonPayload.event=\"${each.key}\""
    }
  }

  alert_strategy {
    auto_close = "86400s"
    notification_rate_limit {
      period = "3600s"
    }
  }

  documentation {
    content   = "What it means and what to do: ${var.runbook}, under \"${each.value.title}\"."
    mime_type = "text/markdown"
  }
}

resource "google_monitoring_alert_policy" "count" {
  for_each = local.count_alerts

  display_name          = each.value.title
  combiner              = "OR"
  severity              = "WARNING"
  notification_channels = [for channel in google_monitoring_notification_channel.email : channel.id]

  conditions {
    display_name = each.value.title
    condition_threshold {
      filter                  = "metric.type=\"logging.googleapis.com/user/${google_logging_metric.event[each.key].name}\" AND resource.type=\"workflows.googleapis.com/Workflow\""
      comparison              = each.value.comparison
      threshold_value         = each.value.threshold
      duration                = each.value.duration
      evaluation_missing_data = each.value.missing

      aggregations {
        alignment_period     = each.value.window
        per_series_aligner   = "ALIGN_SUM"
        cross_series_reducer = "REDUCE_SUM"
      }
    }
  }

  documentation {
    content   = "What it means and what to do: ${var.runbook}, under \"${each.value.title}\"."
    mime_type = "text/markdown"
  }
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
        for i, chart in concat(
          [{ title = "Runs a day", plot = "STACKED_BAR", queries = local.event_chart }],
          [for title, query in local.charts : { title = title, plot = "LINE", queries = { "" = { prometheusQuery = query } } }],
          ) : {
          xPos   = (i % 2) * 6
          yPos   = floor(i / 2) * 4
          width  = 6
          height = 4
          widget = {
            title = chart.title
            xyChart = {
              dataSets = [for legend, query in chart.queries : {
                plotType        = chart.plot
                legendTemplate  = legend
                timeSeriesQuery = query
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
