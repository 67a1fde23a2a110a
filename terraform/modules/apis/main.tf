variable "project_id" {
  description = "Project whose services are enabled."
  type        = string
}

variable "service_perimeter" {
  description = "Perimeter to put the project into; null for none."
  type        = string
}

locals {
  # docs/deploy.md enables the same list by hand, because Terraform itself calls some of them while it plans.
  services = toset(split("\n", trimspace(file("${path.module}/services.txt"))))

  # Services whose own accounts must exist before they are granted anything.
  agents = toset([
    "artifactregistry.googleapis.com",
    "compute.googleapis.com",
    "dataflow.googleapis.com",
    "iap.googleapis.com",
    "run.googleapis.com",
    "workflows.googleapis.com",
  ])
}

resource "google_project_service" "enabled" {
  for_each = local.services

  project            = var.project_id
  service            = each.value
  disable_on_destroy = false
}

# A service answers a while after it is enabled.
resource "time_sleep" "enabled" {
  create_duration = "60s"
  triggers        = { services = join(" ", [for service in google_project_service.enabled : service.service]) }
}

resource "google_project_service_identity" "agent" {
  for_each = local.agents
  provider = google-beta

  project = var.project_id
  service = each.value

  depends_on = [time_sleep.enabled]
}

data "google_project" "this" {
  project_id = var.project_id

  depends_on = [time_sleep.enabled]
}

resource "google_access_context_manager_service_perimeter_resource" "this" {
  count = var.service_perimeter == null ? 0 : 1

  perimeter_name = var.service_perimeter
  resource       = "projects/${data.google_project.this.number}"
}

output "project_number" {
  description = "Number of the project, once its services are enabled."
  value       = data.google_project.this.number
}

output "agents" {
  description = "IAM members of the services' own accounts, by service."
  value       = { for service, agent in google_project_service_identity.agent : trimsuffix(service, ".googleapis.com") => agent.member }
}
