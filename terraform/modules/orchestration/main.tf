variable "region" {
  description = "Region of the workflow."
  type        = string
}

variable "schedule" {
  description = "Cron expression in UTC."
  type        = string
}

variable "service_accounts" {
  description = "Addresses of the service accounts: nightly runs the workflow, scheduler starts it."
  type        = map(string)
}

variable "settings" {
  description = "What the workflow must know; see the head of nightly.yaml."
  type = object({
    project  = string
    region   = string
    buckets  = map(string)
    workers  = map(string)
    dataflow = map(map(string))
  })
}

variable "kms_key" {
  description = "Customer-managed key; null for Google's keys."
  type        = string
}

variable "agent" {
  description = "IAM member of the service's own account, which uses the key."
  type        = string
}

variable "protect" {
  description = "Whether the workflow may not be deleted."
  type        = bool
}

resource "google_kms_crypto_key_iam_member" "workflows" {
  count = var.kms_key == null ? 0 : 1

  crypto_key_id = var.kms_key
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = var.agent
}

resource "google_workflows_workflow" "nightly" {
  name                = "growthline-nightly"
  region              = var.region
  description         = "Stages in order with retries, the release gate, and the release."
  service_account     = var.service_accounts["nightly"]
  crypto_key_name     = var.kms_key
  call_log_level      = "LOG_ERRORS_ONLY"
  deletion_protection = var.protect
  source_contents     = file("${path.module}/nightly.yaml")

  user_env_vars = {
    SETTINGS = jsonencode(var.settings)
  }

  lifecycle {
    precondition {
      condition     = length(jsonencode(var.settings)) <= 4096
      error_message = "The settings of the workflow are longer than the 4 KiB that an environment variable may have."
    }
  }

  depends_on = [google_kms_crypto_key_iam_member.workflows]
}

resource "google_cloud_scheduler_job" "nightly" {
  name             = "growthline-nightly"
  region           = var.region
  description      = "Starts the nightly run."
  schedule         = var.schedule
  time_zone        = "Etc/UTC"
  attempt_deadline = "180s"

  retry_config {
    retry_count          = 3
    min_backoff_duration = "30s"
  }

  http_target {
    http_method = "POST"
    uri         = "https://workflowexecutions.googleapis.com/v1/${google_workflows_workflow.nightly.id}/executions"
    headers     = { "Content-Type" = "application/json" }
    body        = base64encode(jsonencode({ argument = "{}" }))

    oauth_token {
      service_account_email = var.service_accounts["scheduler"]
    }
  }
}

output "workflow" {
  description = "Name of the nightly workflow."
  value       = google_workflows_workflow.nightly.name
}
