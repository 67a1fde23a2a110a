variable "region" {
  description = "Region of the datasets."
  type        = string
}

variable "definitions" {
  description = "Directory bigquery/ of the repository: schemas/ (generated from the contracts) and views/."
  type        = string
}

variable "protect" {
  description = "Whether tables and datasets with tables may not be deleted."
  type        = bool
}

variable "kms_key" {
  description = "Customer-managed key; null for Google's keys."
  type        = string
}

variable "pii_readers" {
  description = "IAM members that may read columns with personal data."
  type        = map(string)
}

locals {
  tables = {
    for table in jsondecode(file("${var.definitions}/schemas/tables.json")) :
    "${table.dataset}.${table.table}" => table
  }

  # views/DATASET/NAME.sql; the comment in the first line is the description.
  views = {
    for path in fileset("${var.definitions}/views", "*/*.sql") :
    replace(trimsuffix(path, ".sql"), "/", ".") => file("${var.definitions}/views/${path}")
  }

  datasets = {
    raw        = "Events as they arrived, one table for each type."
    marts      = "Customers, growth and pricing, derived from raw."
    scores     = "Scores of customers with their reasons."
    monitoring = "Runs, rejected records, drift, calibration and release gates."
  }
}

data "google_bigquery_default_service_account" "this" {}

resource "google_kms_crypto_key_iam_member" "bigquery" {
  count = var.kms_key == null ? 0 : 1

  crypto_key_id = var.kms_key
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = data.google_bigquery_default_service_account.this.member
}

resource "google_bigquery_dataset" "published" {
  for_each = local.datasets

  dataset_id                 = each.key
  location                   = var.region
  description                = each.value
  delete_contents_on_destroy = !var.protect

  dynamic "default_encryption_configuration" {
    for_each = var.kms_key == null ? [] : [var.kms_key]
    content {
      kms_key_name = default_encryption_configuration.value
    }
  }

  depends_on = [google_kms_crypto_key_iam_member.bigquery]
}

resource "google_bigquery_dataset" "staging" {
  dataset_id                  = "staging"
  location                    = var.region
  description                 = "Tables of runs that are not published yet; they go after three days."
  default_table_expiration_ms = 259200000
  delete_contents_on_destroy  = true

  dynamic "default_encryption_configuration" {
    for_each = var.kms_key == null ? [] : [var.kms_key]
    content {
      kms_key_name = default_encryption_configuration.value
    }
  }

  depends_on = [google_kms_crypto_key_iam_member.bigquery]
}

resource "google_data_catalog_taxonomy" "privacy" {
  display_name           = "growthline-privacy"
  region                 = var.region
  description            = "What columns say about people."
  activated_policy_types = ["FINE_GRAINED_ACCESS_CONTROL"]
}

resource "google_data_catalog_policy_tag" "personal" {
  taxonomy     = google_data_catalog_taxonomy.privacy.id
  display_name = "personal"
  description  = "Identifies a person."
}

resource "google_data_catalog_policy_tag_iam_member" "readers" {
  for_each = var.pii_readers

  policy_tag = google_data_catalog_policy_tag.personal.name
  role       = "roles/datacatalog.categoryFineGrainedReader"
  member     = each.value
}

resource "google_bigquery_table" "contract" {
  for_each = local.tables

  dataset_id               = google_bigquery_dataset.published[each.value.dataset].dataset_id
  table_id                 = each.value.table
  description              = each.value.description
  deletion_protection      = var.protect
  require_partition_filter = each.value.require_partition_filter
  clustering               = length(each.value.clustering) == 0 ? null : each.value.clustering

  schema = jsonencode([
    for column in jsondecode(file("${var.definitions}/schemas/${each.value.schema}")) :
    merge(column, {
      for key, tags in { policyTags = { names = [google_data_catalog_policy_tag.personal.name] } } :
      key => tags if contains(each.value.pii_columns, column.name)
    })
  ])

  dynamic "time_partitioning" {
    for_each = each.value.partition_column == null ? [] : [each.value.partition_column]
    content {
      type          = "DAY"
      field         = time_partitioning.value
      expiration_ms = each.value.keep_days == null ? null : each.value.keep_days * 86400000
    }
  }
}

resource "google_bigquery_table" "view" {
  for_each = local.views

  dataset_id          = google_bigquery_dataset.published[split(".", each.key)[0]].dataset_id
  table_id            = split(".", each.key)[1]
  description         = trimprefix(split("\n", each.value)[0], "-- ")
  deletion_protection = false

  view {
    query          = each.value
    use_legacy_sql = false
  }

  depends_on = [google_bigquery_table.contract]
}

output "datasets" {
  description = "Ids of all datasets by name."
  value = merge(
    { for name, dataset in google_bigquery_dataset.published : name => dataset.dataset_id },
    { staging = google_bigquery_dataset.staging.dataset_id },
  )
}

output "taxonomy" {
  description = "Taxonomy of the policy tag."
  value       = google_data_catalog_taxonomy.privacy.name
}

output "policy_tag" {
  description = "Policy tag of columns with personal data."
  value       = google_data_catalog_policy_tag.personal.name
}
