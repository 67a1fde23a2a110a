variable "project_id" {
  description = "Project whose services are enabled."
  type        = string
}

variable "service_perimeter" {
  description = "Perimeter to put the project into; null for none."
  type        = string
}

locals {
  services = toset([
    "accesscontextmanager.googleapis.com",
    "artifactregistry.googleapis.com",
    "bigquery.googleapis.com",
    "bigquerystorage.googleapis.com",
    "billingbudgets.googleapis.com",
    "cloudbuild.googleapis.com",
    "cloudkms.googleapis.com",
    "cloudresourcemanager.googleapis.com",
    "cloudscheduler.googleapis.com",
    "compute.googleapis.com",
    "containeranalysis.googleapis.com",
    "containerscanning.googleapis.com",
    "datacatalog.googleapis.com",
    "dataflow.googleapis.com",
    "dns.googleapis.com",
    "iam.googleapis.com",
    "logging.googleapis.com",
    "monitoring.googleapis.com",
    "run.googleapis.com",
    "secretmanager.googleapis.com",
    "storage.googleapis.com",
    "workflowexecutions.googleapis.com",
    "workflows.googleapis.com",
  ])
}

resource "google_project_service" "enabled" {
  for_each = local.services

  project            = var.project_id
  service            = each.value
  disable_on_destroy = false
}

data "google_project" "this" {
  project_id = var.project_id
}

resource "google_access_context_manager_service_perimeter_resource" "this" {
  count = var.service_perimeter == null ? 0 : 1

  perimeter_name = var.service_perimeter
  resource       = "projects/${data.google_project.this.number}"
}

output "project_number" {
  description = "Number of the project, once its services are enabled."
  value       = data.google_project.this.number
  depends_on  = [google_project_service.enabled]
}
