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
  description = "IAM members that may call the service."
  type        = set(string)
}

variable "secrets" {
  description = "Environment variables that hold secrets, with the name of the secret each comes from."
  type        = map(string)
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

variable "project_number" {
  description = "Number of the project, part of the name of Cloud Run's service agent."
  type        = string
}

variable "protect" {
  description = "Whether the service may not be deleted."
  type        = bool
}

resource "google_kms_crypto_key_iam_member" "run" {
  count = var.kms_key == null ? 0 : 1

  crypto_key_id = var.kms_key
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = "serviceAccount:service-${var.project_number}@serverless-robot-prod.iam.gserviceaccount.com"
}

resource "google_secret_manager_secret" "api" {
  for_each = toset(values(var.secrets))

  secret_id = each.value

  replication {
    user_managed {
      replicas {
        location = var.region

        dynamic "customer_managed_encryption" {
          for_each = var.kms_key == null ? [] : [var.kms_key]
          content {
            kms_key_name = customer_managed_encryption.value
          }
        }
      }
    }
  }
}

resource "google_secret_manager_secret_iam_member" "api" {
  for_each = google_secret_manager_secret.api

  secret_id = each.value.id
  role      = "roles/secretmanager.secretAccessor"
  member    = "serviceAccount:${var.service_account}"
}

resource "google_cloud_run_v2_service" "api" {
  name                = "growthline-api"
  location            = var.region
  ingress             = var.ingress
  deletion_protection = var.protect

  template {
    service_account = var.service_account
    encryption_key  = var.kms_key

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

      dynamic "env" {
        for_each = var.secrets
        content {
          name = env.key
          value_source {
            secret_key_ref {
              secret  = google_secret_manager_secret.api[env.value].secret_id
              version = "latest"
            }
          }
        }
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

  depends_on = [google_secret_manager_secret_iam_member.api, google_kms_crypto_key_iam_member.run]
}

resource "google_cloud_run_v2_service_iam_member" "invokers" {
  for_each = var.invokers

  location = google_cloud_run_v2_service.api.location
  name     = google_cloud_run_v2_service.api.name
  role     = "roles/run.invoker"
  member   = each.value
}

output "url" {
  description = "Address of the API."
  value       = google_cloud_run_v2_service.api.uri
}
