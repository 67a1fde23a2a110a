variable "region" {
  description = "Region of the service."
  type        = string
}

variable "image" {
  description = "Image of the API by digest."
  type        = string
}

variable "size" {
  description = "vCPU, memory, fewest and most instances."
  type = object({
    cpu           = string
    memory        = string
    min_instances = number
    max_instances = number
  })
}

variable "ingress" {
  description = "Who reaches the service at network level."
  type        = string
}

variable "invokers" {
  description = "IAM members that may call the API."
  type        = set(string)
}

variable "dashboard_users" {
  description = "IAM members that may open the dashboard in a browser; none for no dashboard."
  type        = set(string)
}

variable "bucket" {
  description = "Bucket with the releases."
  type        = string
}

variable "service_account" {
  description = "Address of the service account that the service runs as."
  type        = string
}

variable "subnetwork" {
  description = "Subnet of the service; null for none."
  type        = string
}

variable "kms_key" {
  description = "Customer-managed key; null for Google's keys."
  type        = string
}

variable "agents" {
  description = "IAM members of the accounts of Cloud Run, which uses the key, and of IAP, which calls for people."
  type = object({
    run = string
    iap = string
  })
}

variable "protect" {
  description = "Whether the service may not be deleted."
  type        = bool
}

locals {
  services = merge(
    { api = { iap = false, ingress = var.ingress } },
    length(var.dashboard_users) == 0 ? {} : { dashboard = { iap = true, ingress = "INGRESS_TRAFFIC_ALL" } },
  )
}

resource "google_kms_crypto_key_iam_member" "run" {
  count = var.kms_key == null ? 0 : 1

  crypto_key_id = var.kms_key
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = var.agents.run
}

# IAP answers every request itself before Cloud Run looks at its caller, so programs and people have a service each.
resource "google_cloud_run_v2_service" "this" {
  for_each = local.services
  provider = google-beta

  name                = "growthline-${each.key}"
  location            = var.region
  ingress             = each.value.ingress
  iap_enabled         = each.value.iap
  launch_stage        = each.value.iap ? "BETA" : "GA"
  deletion_protection = var.protect

  template {
    service_account       = var.service_account
    encryption_key        = var.kms_key
    execution_environment = "EXECUTION_ENVIRONMENT_GEN2"

    scaling {
      min_instance_count = var.size.min_instances
      max_instance_count = var.size.max_instances
    }

    volumes {
      name = "serving"
      gcs {
        bucket    = var.bucket
        read_only = true
      }
    }

    containers {
      image = var.image

      # The file CURRENT in it names the release that is served. Before the first there is none, and the API says so.
      env {
        name  = "GROWTHLINE_DATA"
        value = "/serving"
      }

      env {
        name  = "GROWTHLINE_HOST"
        value = "0.0.0.0"
      }

      ports {
        container_port = 8080
      }

      resources {
        limits = {
          cpu    = var.size.cpu
          memory = var.size.memory
        }
        startup_cpu_boost = true
      }

      volume_mounts {
        name       = "serving"
        mount_path = "/serving"
      }

      startup_probe {
        period_seconds    = 2
        failure_threshold = 60
        http_get {
          path = "/health/live"
        }
      }

      liveness_probe {
        period_seconds = 30
        http_get {
          path = "/health/live"
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

  depends_on = [google_kms_crypto_key_iam_member.run]
}

resource "google_cloud_run_v2_service_iam_member" "invokers" {
  for_each = var.invokers

  location = google_cloud_run_v2_service.this["api"].location
  name     = google_cloud_run_v2_service.this["api"].name
  role     = "roles/run.invoker"
  member   = each.value
}

resource "google_cloud_run_v2_service_iam_member" "iap" {
  for_each = { for name, service in google_cloud_run_v2_service.this : name => service if local.services[name].iap }

  location = each.value.location
  name     = each.value.name
  role     = "roles/run.invoker"
  member   = var.agents.iap
}

resource "google_iap_web_cloud_run_service_iam_member" "people" {
  for_each = var.dashboard_users
  provider = google-beta

  location               = google_cloud_run_v2_service.this["dashboard"].location
  cloud_run_service_name = google_cloud_run_v2_service.this["dashboard"].name
  role                   = "roles/iap.httpsResourceAccessor"
  member                 = each.value

  depends_on = [google_cloud_run_v2_service_iam_member.iap]
}

output "urls" {
  description = "Addresses by service: api for programs, dashboard for people."
  value       = { for name, service in google_cloud_run_v2_service.this : name => service.uri }
}
