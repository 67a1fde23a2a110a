variable "region" {
  description = "Region of the jobs."
  type        = string
}

variable "image" {
  description = "Image of the pipelines by digest."
  type        = string
}

variable "jobs" {
  description = "vCPU and memory by stage."
  type = map(object({
    cpu    = string
    memory = string
  }))
}

variable "service_accounts" {
  description = "Addresses of the service accounts by job."
  type        = map(string)
}

variable "subnetwork" {
  description = "Subnet of the jobs; null for none."
  type        = string
}

variable "kms_key" {
  description = "Customer-managed key; null for Google's keys."
  type        = string
}

locals {
  # The Java heap; the rest is for DuckDB, XGBoost and the file system, which is memory too.
  heap_percent = 60
}

resource "google_cloud_run_v2_job" "stage" {
  for_each = var.jobs

  name                = "growthline-${each.key}"
  location            = var.region
  deletion_protection = false

  template {
    task_count  = 1
    parallelism = 1

    template {
      service_account = var.service_accounts[each.key]
      # The workflow retries, so that one place decides how often.
      max_retries    = 0
      timeout        = "14400s"
      encryption_key = var.kms_key

      containers {
        image   = var.image
        command = ["java"]
        args    = ["--help"]

        env {
          name  = "JAVA_TOOL_OPTIONS"
          value = "-XX:MaxRAMPercentage=${local.heap_percent} -Duser.timezone=UTC"
        }

        env {
          name  = "CLASSPATH"
          value = "/template/classpath/*:/template/libs/*"
        }

        resources {
          limits = {
            cpu    = each.value.cpu
            memory = each.value.memory
          }
        }
      }

      dynamic "vpc_access" {
        for_each = var.subnetwork == null ? [] : [var.subnetwork]
        content {
          egress = "ALL_TRAFFIC"
          network_interfaces {
            subnetwork = vpc_access.value
          }
        }
      }
    }
  }
}

resource "google_cloud_run_v2_job_iam_member" "nightly" {
  for_each = google_cloud_run_v2_job.stage

  location = each.value.location
  name     = each.value.name
  role     = "roles/run.jobsExecutorWithOverrides"
  member   = "serviceAccount:${var.service_accounts["nightly"]}"
}
