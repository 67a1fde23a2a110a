variable "project_id" {
  description = "Project of the service accounts."
  type        = string
}

variable "region" {
  description = "Region of the image repository."
  type        = string
}

variable "repository" {
  description = "Image repository that jobs pull from."
  type        = string
}

variable "buckets" {
  description = "Names of the buckets by purpose."
  type        = map(string)
}

variable "datasets" {
  description = "Ids of the datasets by name."
  type        = map(string)
}

variable "taxonomy" {
  description = "Taxonomy of the policy tags."
  type        = string
}

locals {
  # Who may do what. One account for each job; nothing else is granted, and nothing at project level that can be
  # granted on a bucket or dataset.
  accounts = {
    ingest = {
      purpose  = "Stage INGEST: landing files to raw tables"
      project  = ["roles/bigquery.jobUser", "roles/dataflow.developer", "roles/dataflow.worker"]
      buckets  = { landing = "viewer", private = "admin", staging = "admin" }
      datasets = { raw = "editor", monitoring = "editor", staging = "editor" }
    }
    stream = {
      purpose = "Streaming INGEST: appends landing files to raw tables"
      # An update looks up the job that it replaces.
      project  = ["roles/bigquery.jobUser", "roles/dataflow.viewer", "roles/dataflow.worker"]
      buckets  = { landing = "viewer", streaming = "admin" }
      datasets = { raw = "editor", monitoring = "editor" }
    }
    marts = {
      purpose  = "Stage MARTS: raw tables to marts"
      project  = ["roles/bigquery.jobUser", "roles/dataflow.developer", "roles/dataflow.worker"]
      buckets  = { private = "admin", staging = "admin" }
      datasets = { raw = "viewer", marts = "editor", monitoring = "editor", staging = "editor" }
    }
    train = {
      purpose  = "Stage TRAIN: snapshots to models"
      project  = ["roles/bigquery.jobUser"]
      buckets  = { models = "admin", staging = "admin" }
      datasets = { marts = "viewer" }
    }
    score = {
      purpose  = "Stage SCORE: features and models to scores"
      project  = ["roles/bigquery.jobUser", "roles/dataflow.developer", "roles/dataflow.worker"]
      buckets  = { models = "viewer", staging = "admin" }
      datasets = { marts = "viewer", scores = "editor", staging = "editor" }
    }
    price = {
      purpose  = "Stage PRICE: offers to elasticities and scenarios"
      project  = ["roles/bigquery.jobUser", "roles/dataflow.developer", "roles/dataflow.worker"]
      buckets  = { models = "admin", staging = "admin" }
      datasets = { marts = "editor", scores = "viewer", staging = "editor" }
    }
    decide = {
      purpose  = "Stage DECIDE: profiles and scores to a plan of actions"
      project  = ["roles/bigquery.jobUser", "roles/dataflow.developer", "roles/dataflow.worker"]
      buckets  = { models = "viewer", staging = "admin" }
      datasets = { marts = "viewer", scores = "editor", staging = "editor" }
    }
    monitor = {
      purpose  = "Stage MONITOR: everything to gates and reports"
      project  = ["roles/bigquery.jobUser"]
      buckets  = { models = "viewer", private = "admin", reports = "admin", staging = "admin" }
      datasets = { raw = "viewer", marts = "viewer", scores = "viewer", monitoring = "editor", staging = "editor" }
    }
    record = {
      purpose  = "Writes down what the stages of a run did"
      project  = ["roles/bigquery.jobUser"]
      buckets  = { reports = "admin", staging = "admin" }
      datasets = { monitoring = "editor", staging = "editor" }
    }
    release = {
      purpose  = "Copies what passed the gates to where the API reads"
      project  = ["roles/bigquery.jobUser"]
      buckets  = { models = "viewer", serving = "admin", staging = "admin" }
      datasets = { marts = "viewer", scores = "viewer", monitoring = "viewer" }
    }
    api = {
      purpose  = "The API: reads what was released"
      project  = []
      buckets  = { serving = "viewer" }
      datasets = {}
    }
    nightly = {
      purpose  = "The workflow: starts stages and asks the gate"
      project  = ["roles/bigquery.jobUser", "roles/logging.logWriter", "roles/run.viewer"]
      buckets  = {}
      datasets = { monitoring = "viewer" }
    }
    scheduler = {
      purpose  = "Starts the workflow every night"
      project  = ["roles/workflows.invoker"]
      buckets  = {}
      datasets = {}
    }
  }

  # Accounts of Dataflow workers; these pull their containers themselves.
  workers = ["ingest", "stream", "marts", "score", "price", "decide"]

  # Accounts that replace tables with personal data; what they write carries the policy tag.
  taggers = ["ingest", "marts"]

  project_grants = merge([
    for name, account in local.accounts : { for role in account.project : "${name} ${role}" => { account = name, role = role } }
  ]...)
  bucket_grants = merge([
    for name, account in local.accounts : { for purpose, access in account.buckets : "${name} ${purpose}" => { account = name, bucket = purpose, access = access } }
  ]...)
  dataset_grants = merge([
    for name, account in local.accounts : { for dataset, access in account.datasets : "${name} ${dataset}" => { account = name, dataset = dataset, access = access } }
  ]...)

  bucket_roles  = { viewer = "roles/storage.objectViewer", admin = "roles/storage.objectAdmin" }
  dataset_roles = { viewer = "roles/bigquery.dataViewer", editor = "roles/bigquery.dataEditor" }
}

resource "google_service_account" "this" {
  for_each = local.accounts

  account_id   = "growthline-${each.key}"
  display_name = each.value.purpose
}

resource "google_project_iam_member" "this" {
  for_each = local.project_grants

  project = var.project_id
  role    = each.value.role
  member  = google_service_account.this[each.value.account].member
}

resource "google_storage_bucket_iam_member" "this" {
  for_each = local.bucket_grants

  bucket = var.buckets[each.value.bucket]
  role   = local.bucket_roles[each.value.access]
  member = google_service_account.this[each.value.account].member
}

# Beam asks for the bucket itself before it uses a temporary location.
resource "google_storage_bucket_iam_member" "bucket" {
  for_each = { for key, grant in local.bucket_grants : key => grant if contains(["landing", "private", "staging", "streaming"], grant.bucket) }

  bucket = var.buckets[each.value.bucket]
  role   = "roles/storage.legacyBucketReader"
  member = google_service_account.this[each.value.account].member
}

resource "google_bigquery_dataset_iam_member" "this" {
  for_each = local.dataset_grants

  dataset_id = var.datasets[each.value.dataset]
  role       = local.dataset_roles[each.value.access]
  member     = google_service_account.this[each.value.account].member
}

# No predefined role sets policy tags without also granting access to the dataset.
resource "google_project_iam_custom_role" "tagger" {
  role_id     = "growthlineTagger"
  title       = "Growthline: put policy tags on columns"
  permissions = ["bigquery.tables.setCategory", "datacatalog.taxonomies.get"]
}

resource "google_bigquery_dataset_iam_member" "taggers" {
  for_each = { for key, grant in local.dataset_grants : key => grant if contains(local.taggers, grant.account) && grant.access == "editor" }

  dataset_id = var.datasets[each.value.dataset]
  role       = google_project_iam_custom_role.tagger.name
  member     = google_service_account.this[each.value.account].member
}

resource "google_data_catalog_taxonomy_iam_member" "taggers" {
  for_each = toset(local.taggers)

  taxonomy = var.taxonomy
  role     = google_project_iam_custom_role.tagger.name
  member   = google_service_account.this[each.value].member
}

resource "google_artifact_registry_repository_iam_member" "pull" {
  for_each = toset(local.workers)

  location   = var.region
  repository = var.repository
  role       = "roles/artifactregistry.reader"
  member     = google_service_account.this[each.value].member
}

# The job of a stage starts workers that run under its own account.
resource "google_service_account_iam_member" "workers" {
  for_each = toset(local.workers)

  service_account_id = google_service_account.this[each.value].name
  role               = "roles/iam.serviceAccountUser"
  member             = google_service_account.this[each.value].member
}

output "emails" {
  description = "Addresses of the service accounts by job."
  value       = { for name, account in google_service_account.this : name => account.email }
}
