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
  description = "Name, place and address of the image repository."
  type = object({
    repository = string
    location   = string
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
    test   = "Tests pull requests; writes logs and nothing else"
    plan   = "Plans Terraform on pull requests, after approval; reads settings, no data"
    deploy = "Applies Terraform on main, after approval"
  }

  # What refreshing the state reads, service by service: settings and who has access. Nothing here reads a row, an object or
  # the value of a secret: a BigQuery job reads only what its account may, and this one asks for BigQuery's own account.
  plan_permissions = [
    "artifactregistry.repositories.get",
    "artifactregistry.repositories.getIamPolicy",
    "bigquery.datasets.get",
    "bigquery.datasets.getIamPolicy",
    "bigquery.jobs.create",
    "bigquery.tables.get",
    "cloudbuild.builds.get",
    "cloudscheduler.jobs.get",
    "compute.firewalls.get",
    "compute.networks.get",
    "compute.subnetworks.get",
    "datacatalog.taxonomies.get",
    "datacatalog.taxonomies.getIamPolicy",
    "dataflow.jobs.get",
    "dns.managedZones.get",
    "dns.resourceRecordSets.list",
    "iam.roles.get",
    "iam.serviceAccounts.get",
    "iam.serviceAccounts.getIamPolicy",
    "iap.webServices.getIamPolicy",
    "logging.logMetrics.get",
    "monitoring.alertPolicies.get",
    "monitoring.dashboards.get",
    "monitoring.notificationChannels.get",
    "resourcemanager.projects.get",
    "resourcemanager.projects.getIamPolicy",
    "run.jobs.get",
    "run.jobs.getIamPolicy",
    "run.services.get",
    "run.services.getIamPolicy",
    "storage.buckets.get",
    "storage.buckets.getIamPolicy",
    "workflows.workflows.get",
  ]

  project_roles = {
    build = ["roles/logging.logWriter", "roles/containeranalysis.notes.editor", "roles/containeranalysis.occurrences.editor"]
    test  = ["roles/logging.logWriter"]
    # Requests name the project that they are counted for, which takes serviceUsageConsumer.
    plan = ["roles/logging.logWriter", "roles/serviceusage.serviceUsageConsumer"]
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
      "roles/containeranalysis.occurrences.viewer",
      "roles/dataflow.developer",
      "roles/datacatalog.admin",
      "roles/dns.admin",
      "roles/iam.roleAdmin",
      "roles/iam.serviceAccountAdmin",
      "roles/iam.serviceAccountUser",
      "roles/iap.admin",
      "roles/logging.configWriter",
      "roles/monitoring.admin",
      "roles/resourcemanager.projectIamAdmin",
      "roles/run.admin",
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

  substitutions = {
    _REGISTRY     = var.registry.url
    _ARTEFACTS    = var.artefacts
    _STATE_BUCKET = var.state_bucket
    _ENVIRONMENT  = var.environment
  }

  triggers = {
    test   = { file = "cloudbuild.test.yaml", account = "test", on = "pull_request", approval = false, given = [] }
    plan   = { file = "cloudbuild.plan.yaml", account = "plan", on = "pull_request", approval = true, given = ["_STATE_BUCKET", "_ENVIRONMENT"] }
    main   = { file = "cloudbuild.yaml", account = "build", on = "push", approval = false, given = ["_REGISTRY", "_ARTEFACTS"] }
    deploy = { file = "cloudbuild.deploy.yaml", account = "deploy", on = "push", approval = true, given = ["_STATE_BUCKET", "_ENVIRONMENT", "_REGISTRY"] }
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

resource "google_project_iam_custom_role" "plan" {
  role_id     = "growthlinePlan"
  title       = "Growthline plan"
  description = "Reads the settings of what Terraform makes, and no data."
  permissions = local.plan_permissions
}

resource "google_project_iam_member" "plan" {
  project = var.project_id
  role    = google_project_iam_custom_role.plan.id
  member  = google_service_account.this["plan"].member
}

# Template specs are objects that Terraform makes, so plans read them, and nothing else of the bucket.
resource "google_storage_bucket_iam_member" "plan_templates" {
  bucket = var.artefacts
  role   = "roles/storage.objectViewer"
  member = google_service_account.this["plan"].member

  condition {
    title      = "templates"
    expression = "resource.name.startsWith(\"projects/_/buckets/${var.artefacts}/objects/templates/\")"
  }
}

resource "google_storage_bucket_iam_member" "this" {
  for_each = local.bucket_grants

  bucket = each.value.bucket
  role   = each.value.role
  member = google_service_account.this[each.value.account].member
}

resource "google_artifact_registry_repository_iam_member" "push" {
  location   = var.registry.location
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
      for_each = each.value.on == "pull_request" ? [1] : []
      content {
        branch          = "^main$"
        comment_control = "COMMENTS_ENABLED_FOR_EXTERNAL_CONTRIBUTORS_ONLY"
      }
    }

    dynamic "push" {
      for_each = each.value.on == "push" ? [1] : []
      content {
        branch = "^main$"
      }
    }
  }

  approval_config {
    approval_required = each.value.approval
  }

  substitutions = { for name in each.value.given : name => local.substitutions[name] }
}

output "accounts" {
  description = "Addresses of the build accounts, for builds that are started by hand."
  value       = { for name, account in google_service_account.this : name => account.email }
}
