variable "project_id" {
  description = "Project of the buckets; their names begin with it, because names of buckets are global."
  type        = string
}

variable "region" {
  description = "Region of the buckets."
  type        = string
}

variable "retention_days" {
  description = "Days for which nobody can delete a landing file; nothing deletes one by itself."
  type        = number
}

variable "protect" {
  description = "Whether landing files may not be deleted before their time, nor buckets with content."
  type        = bool
}

variable "kms_key" {
  description = "Customer-managed key; null for Google's keys."
  type        = string
}

locals {
  # versions: newer versions after which an old one goes; expire: days after which objects go;
  # cool: days after which they move to cheaper storage; keep: days for which nobody can delete them.
  # New workers of a streaming job fetch its code from its bucket as long as it runs, so nothing expires there.
  # Ingest stops when a landing file that it has read is gone, so those only move to cheaper storage.
  # Old releases are removed by the release job, which knows which one is served.
  buckets = {
    landing   = { versions = 3, expire = 0, cool = 30, keep = var.protect ? var.retention_days : 0 }
    staging   = { versions = 0, expire = 7, cool = 0, keep = 0 }
    streaming = { versions = 0, expire = 0, cool = 0, keep = 0 }
    artefacts = { versions = 20, expire = 0, cool = 0, keep = 0 }
    models    = { versions = 10, expire = 0, cool = 90, keep = 0 }
    reports   = { versions = 3, expire = 0, cool = 90, keep = 0 }
    serving   = { versions = 0, expire = 0, cool = 0, keep = 0 }
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

  # A file under retention cannot be replaced, so it needs no versions.
  versioning {
    enabled = each.value.versions > 0 && each.value.keep == 0
  }

  # Staged and served files are copies; what is deleted may go at once.
  soft_delete_policy {
    retention_duration_seconds = each.value.versions > 0 ? 604800 : 0
  }

  dynamic "retention_policy" {
    for_each = each.value.keep > 0 ? [each.value.keep] : []
    content {
      retention_period = retention_policy.value * 86400
    }
  }

  dynamic "lifecycle_rule" {
    for_each = each.value.expire > 0 ? [each.value.expire] : []
    content {
      action {
        type = "Delete"
      }
      condition {
        age = lifecycle_rule.value
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
        num_newer_versions = lifecycle_rule.value
        with_state         = "ARCHIVED"
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
