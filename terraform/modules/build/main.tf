variable "project_id" {
  description = "Project of the triggers."
  type        = string
}

variable "region" {
  description = "Region of the triggers; builds run there too."
  type        = string
}

variable "repository" {
  description = "Cloud Build repository that is watched; null for none, then builds are started by hand."
  type        = string
}

variable "registry" {
  description = "Name and address of the image repository."
  type = object({
    repository = string
    url        = string
  })
}

variable "artefacts" {
  description = "Bucket for the build cache and the bills of materials."
  type        = string
}

variable "state_bucket" {
  description = "Bucket of the Terraform state."
  type        = string
}

variable "environment" {
  description = "Environment that the builds are for: prefix of the state and name of the settings file."
  type        = string
}

locals {
  accounts = {
    build  = "Builds, tests and pushes images"
    plan   = "Plans Terraform on pull requests; reads only"
    deploy = "Applies Terraform on main, after approval"
  }

  project_roles = {
    build = ["roles/logging.logWriter", "roles/containeranalysis.notes.editor", "roles/containeranalysis.occurrences.editor"]
    plan  = ["roles/logging.logWriter", "roles/viewer", "roles/iam.securityReviewer"]
    # What the modules make, service by service. Whoever applies Terraform grants access, so this account is strong; it
    # runs approved builds of main only.
    deploy = [
      "roles/logging.logWriter",
      "roles/artifactregistry.admin",
      "roles/bigquery.admin",
      "roles/cloudbuild.builds.editor",
      "roles/cloudscheduler.admin",
      "roles/compute.networkAdmin",
      "roles/compute.securityAdmin",
      "roles/dataflow.developer",
      "roles/datacatalog.admin",
      "roles/dns.admin",
      "roles/iam.roleAdmin",
      "roles/iam.serviceAccountAdmin",
      "roles/iam.serviceAccountUser",
      "roles/logging.configWriter",
      "roles/monitoring.admin",
      "roles/resourcemanager.projectIamAdmin",
      "roles/run.admin",
      "roles/secretmanager.admin",
      "roles/serviceusage.serviceUsageAdmin",
      "roles/storage.admin",
      "roles/workflows.admin",
    ]
  }

  project_grants = merge([
    for name, roles in local.project_roles : { for role in roles : "${name} ${role}" => { account = name, role = role } }
  ]...)

  bucket_grants = {
    build_cache  = { bucket = var.artefacts, role = "roles/storage.objectAdmin", account = "build" }
    plan_state   = { bucket = var.state_bucket, role = "roles/storage.objectViewer", account = "plan" }
    deploy_state = { bucket = var.state_bucket, role = "roles/storage.objectAdmin", account = "deploy" }
  }

  triggers = {
    pull-request = { file = "cloudbuild.plan.yaml", account = "plan", approval = false }
    main         = { file = "cloudbuild.yaml", account = "build", approval = false }
    deploy       = { file = "cloudbuild.deploy.yaml", account = "deploy", approval = true }
  }
}

resource "google_service_account" "this" {
  for_each = local.accounts

  account_id   = "growthline-${each.key}"
  display_name = each.value
}

resource "google_project_iam_member" "this" {
  for_each = local.project_grants

  project = var.project_id
  role    = each.value.role
  member  = google_service_account.this[each.value.account].member
}

resource "google_storage_bucket_iam_member" "this" {
  for_each = local.bucket_grants

  bucket = each.value.bucket
  role   = each.value.role
  member = google_service_account.this[each.value.account].member
}

resource "google_artifact_registry_repository_iam_member" "push" {
  location   = var.region
  repository = var.registry.repository
  role       = "roles/artifactregistry.writer"
  member     = google_service_account.this["build"].member
}

resource "google_cloudbuild_trigger" "this" {
  for_each = var.repository == null ? {} : local.triggers

  name            = "growthline-${each.key}"
  location        = var.region
  filename        = each.value.file
  service_account = google_service_account.this[each.value.account].id

  repository_event_config {
    repository = var.repository

    dynamic "pull_request" {
      for_each = each.key == "pull-request" ? [1] : []
      content {
        branch          = "^main$"
        comment_control = "COMMENTS_ENABLED_FOR_EXTERNAL_CONTRIBUTORS_ONLY"
      }
    }

    dynamic "push" {
      for_each = each.key == "pull-request" ? [] : [1]
      content {
        branch = "^main$"
      }
    }
  }

  approval_config {
    approval_required = each.value.approval
  }

  substitutions = each.key == "main" ? {
    _REGISTRY  = var.registry.url
    _ARTEFACTS = var.artefacts
    } : {
    _STATE_BUCKET = var.state_bucket
    _ENVIRONMENT  = var.environment
    _REGISTRY     = var.registry.url
  }
}

output "accounts" {
  description = "Addresses of the build accounts, for builds that are started by hand."
  value       = { for name, account in google_service_account.this : name => account.email }
}
