variable "project_id" {
  description = "Project of the buckets; their names begin with it, because names of buckets are global."
  type        = string
}

variable "region" {
  description = "Region of the buckets."
  type        = string
}

variable "retention_days" {
  description = "Days for which a landing file that was replaced or deleted can be had back."
  type        = number
}

variable "protect" {
  description = "Whether buckets with content may not be deleted."
  type        = bool
}

variable "kms_key" {
  description = "Customer-managed key; null for Google's keys."
  type        = string
}

locals {
  # versions: days for which what was replaced or deleted can be had back; expire: days after which files of runs go;
  # cool: days after which objects move to cheaper storage.
  # Beam uploads code once and finds it again by its hash, so only runs/ expires: workers that start late need the rest.
  # Ingest stops when a landing file that it has read is gone, so those only move to cheaper storage.
  # Old releases are removed by the release job, which knows which one is served.
  # Rows with personal data pass through private, which only the accounts that may see them can read.
  buckets = {
    landing   = { versions = var.retention_days, expire = 0, cool = 30 }
    staging   = { versions = 0, expire = 7, cool = 0 }
    private   = { versions = 0, expire = 2, cool = 0 }
    streaming = { versions = 0, expire = 0, cool = 0 }
    artefacts = { versions = 7, expire = 0, cool = 0 }
    models    = { versions = 90, expire = 0, cool = 90 }
    reports   = { versions = 30, expire = 0, cool = 90 }
    serving   = { versions = 0, expire = 0, cool = 0 }
  }
}

data "google_storage_project_service_account" "this" {}

resource "google_kms_crypto_key_iam_member" "storage" {
  count = var.kms_key == null ? 0 : 1

  crypto_key_id = var.kms_key
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = data.google_storage_project_service_account.this.member
}

resource "google_storage_bucket" "this" {
  for_each = local.buckets

  name                        = "${var.project_id}-growthline-${each.key}"
  location                    = var.region
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  force_destroy               = !var.protect

  versioning {
    enabled = each.value.versions > 0
  }

  # Staged and served files are copies; what is deleted may go at once.
  soft_delete_policy {
    retention_duration_seconds = each.value.versions > 0 ? 604800 : 0
  }

  dynamic "lifecycle_rule" {
    for_each = each.value.expire > 0 ? [each.value.expire] : []
    content {
      action {
        type = "Delete"
      }
      condition {
        age            = lifecycle_rule.value
        matches_prefix = ["runs/"]
      }
    }
  }

  dynamic "lifecycle_rule" {
    for_each = each.value.cool > 0 ? [each.value.cool] : []
    content {
      action {
        type          = "SetStorageClass"
        storage_class = "NEARLINE"
      }
      condition {
        age                   = lifecycle_rule.value
        matches_storage_class = ["STANDARD"]
      }
    }
  }

  dynamic "lifecycle_rule" {
    for_each = each.value.versions > 0 ? [each.value.versions] : []
    content {
      action {
        type = "Delete"
      }
      condition {
        days_since_noncurrent_time = lifecycle_rule.value
        with_state                 = "ARCHIVED"
      }
    }
  }

  dynamic "encryption" {
    for_each = var.kms_key == null ? [] : [var.kms_key]
    content {
      default_kms_key_name = encryption.value
    }
  }

  depends_on = [google_kms_crypto_key_iam_member.storage]
}

output "buckets" {
  description = "Names of the buckets by purpose."
  value       = { for purpose, bucket in google_storage_bucket.this : purpose => bucket.name }
}
