variable "region" {
  description = "Region of the repository."
  type        = string
}

variable "kms_key" {
  description = "Customer-managed key; null for Google's keys."
  type        = string
}

variable "agent" {
  description = "IAM member of the service's own account, which uses the key."
  type        = string
}

resource "google_kms_crypto_key_iam_member" "registry" {
  count = var.kms_key == null ? 0 : 1

  crypto_key_id = var.kms_key
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = var.agent
}

resource "google_artifact_registry_repository" "images" {
  location      = var.region
  repository_id = "growthline"
  format        = "DOCKER"
  description   = "Images of the pipelines and of the API."
  kms_key_name  = var.kms_key

  # What runs is named by digest; tags are for people.
  docker_config {
    immutable_tags = true
  }

  cleanup_policies {
    id     = "keep-newest"
    action = "KEEP"
    most_recent_versions {
      keep_count = 20
    }
  }

  cleanup_policies {
    id     = "delete-old"
    action = "DELETE"
    condition {
      older_than = "7776000s"
    }
  }

  depends_on = [google_kms_crypto_key_iam_member.registry]
}

output "repository" {
  description = "Name of the repository, for access."
  value       = google_artifact_registry_repository.images.name
}

output "url" {
  description = "Prefix of image names."
  value       = "${var.region}-docker.pkg.dev/${google_artifact_registry_repository.images.project}/${google_artifact_registry_repository.images.repository_id}"
}
