output "landing" {
  description = "Where producers put files: one folder for each table or source."
  value       = "gs://${module.storage.buckets["landing"]}"
}

output "reports" {
  description = "Where the reports of each run lie."
  value       = "gs://${module.storage.buckets["reports"]}"
}

output "models" {
  description = "The model registry."
  value       = "gs://${module.storage.buckets["models"]}"
}

output "serving" {
  description = "The releases that the API reads; the file CURRENT names the one in use."
  value       = "gs://${module.storage.buckets["serving"]}"
}

output "artefacts" {
  description = "Bucket for build caches, bills of materials and template specs."
  value       = module.storage.buckets["artefacts"]
}

output "registry" {
  description = "Prefix of image names, for the build."
  value       = module.registry.url
}

output "images" {
  description = "Images in use, by digest."
  value       = var.images
}

output "api_url" {
  description = "Address of the API, for programs with an identity of api_invokers."
  value       = module.service.urls["api"]
}

output "dashboard_url" {
  description = "Address of the dashboard, for people of dashboard_users; null without one."
  value       = lookup(module.service.urls, "dashboard", null)
}

output "workflow" {
  description = "Name of the nightly workflow: gcloud workflows run NAME."
  value       = module.orchestration.workflow
}

output "template_specs" {
  description = "Flex Template specs by stage, for a launch by hand."
  value       = module.dataflow.specs
}

output "streaming_job" {
  description = "Name of the streaming job; null without one."
  value       = module.dataflow.streaming_job
}

output "service_accounts" {
  description = "Service accounts by job."
  value       = module.identity.emails
}

output "build_accounts" {
  description = "Service accounts of the builds."
  value       = module.build.accounts
}

output "pii_policy_tag" {
  description = "Policy tag of columns with personal data."
  value       = module.bigquery.policy_tag
}

output "monitoring" {
  description = "Monitoring dashboard of the platform itself."
  value       = module.observability.dashboard
}
