locals {
  protect = var.environment == "prod"
  labels  = { application = "growthline", environment = var.environment }

  bigquery_definitions = "${path.module}/../bigquery"
  template_definitions = "${path.module}/../pipelines/templates"
  runbook              = "docs/runbook.md"

  # Stages that read or write columns with personal data: whole tables pass through them.
  pii_stages = { for stage in ["ingest", "marts", "monitor"] : stage => "serviceAccount:${module.identity.emails[stage]}" }
}

module "apis" {
  source = "./modules/apis"

  project_id        = var.project_id
  service_perimeter = var.service_perimeter
}

module "network" {
  source = "./modules/network"
  count  = var.network.enabled ? 1 : 0

  region     = var.region
  range      = var.network.range
  restricted = var.service_perimeter != null

  depends_on = [module.apis]
}

module "storage" {
  source = "./modules/storage"

  project_id     = var.project_id
  region         = var.region
  retention_days = var.retention_days
  protect        = local.protect
  kms_key        = var.kms_key

  depends_on = [module.apis]
}

module "bigquery" {
  source = "./modules/bigquery"

  region      = var.region
  definitions = local.bigquery_definitions
  protect     = local.protect
  kms_key     = var.kms_key
  pii_readers = merge(local.pii_stages, { for member in var.pii_readers : member => member })

  depends_on = [module.apis]
}

module "registry" {
  source = "./modules/registry"

  region  = var.region
  kms_key = var.kms_key
  agent   = module.apis.agents["artifactregistry"]

  depends_on = [module.apis]
}

module "identity" {
  source = "./modules/identity"

  project_id = var.project_id
  region     = var.region
  repository = module.registry.repository
  buckets    = module.storage.buckets
  datasets   = module.bigquery.datasets
  taxonomy   = module.bigquery.taxonomy

  depends_on = [module.apis]
}

module "dataflow" {
  source = "./modules/dataflow"

  definitions      = local.template_definitions
  images           = var.images
  project_id       = var.project_id
  region           = var.region
  buckets          = module.storage.buckets
  stages           = var.dataflow
  streaming        = var.streaming
  service_accounts = module.identity.emails
  subnetwork       = one(module.network[*].subnetwork)
  kms_key          = var.kms_key
  agents           = toset([module.apis.agents["dataflow"], module.apis.agents["compute"]])
  labels           = local.labels
}

module "jobs" {
  source = "./modules/jobs"

  region           = var.region
  image            = var.images.pipelines
  jobs             = var.jobs
  service_accounts = module.identity.emails
  subnetwork       = one(module.network[*].subnetwork)
  kms_key          = var.kms_key

  # The service grants Cloud Run the key.
  depends_on = [module.service]
}

module "service" {
  source = "./modules/service"

  region          = var.region
  image           = var.images.api
  size            = var.api
  ingress         = var.api_ingress
  invokers        = var.api_invokers
  dashboard_users = var.dashboard_users
  bucket          = module.storage.buckets["serving"]
  service_account = module.identity.emails["api"]
  subnetwork      = one(module.network[*].subnetwork)
  kms_key         = var.kms_key
  agents          = { run = module.apis.agents["run"], iap = module.apis.agents["iap"] }
  protect         = local.protect
}

module "orchestration" {
  source = "./modules/orchestration"

  region           = var.region
  schedule         = var.schedule
  service_accounts = module.identity.emails
  kms_key          = var.kms_key
  agent            = module.apis.agents["workflows"]
  protect          = local.protect

  # The workflow names jobs by their stage.
  depends_on = [module.jobs]

  settings = {
    project  = var.project_id
    region   = var.region
    buckets  = { for purpose in ["landing", "models", "private", "reports", "serving", "staging"] : purpose => module.storage.buckets[purpose] }
    workers  = module.dataflow.workers
    dataflow = module.dataflow.options
  }
}

module "observability" {
  source = "./modules/observability"

  project_id     = var.project_id
  project_number = module.apis.project_number
  emails         = var.alert_emails
  budget         = var.budget
  runbook        = local.runbook
  streaming_job  = module.dataflow.streaming_job
}

module "build" {
  source = "./modules/build"

  project_id   = var.project_id
  region       = coalesce(var.build_region, var.region)
  repository   = var.repository
  artefacts    = module.storage.buckets["artefacts"]
  state_bucket = var.state_bucket
  environment  = var.environment

  registry = {
    repository = module.registry.repository
    location   = var.region
    url        = module.registry.url
  }

  depends_on = [module.apis]
}

# People and producers, who are no jobs.

resource "google_storage_bucket_iam_member" "producers" {
  for_each = var.landing_producers

  bucket = module.storage.buckets["landing"]
  role   = "roles/storage.objectCreator"
  member = each.value
}

resource "google_bigquery_dataset_iam_member" "analysts" {
  for_each = { for pair in setproduct(["marts", "scores", "monitoring"], var.analysts) : join(" ", pair) => pair }

  dataset_id = module.bigquery.datasets[each.value[0]]
  role       = "roles/bigquery.dataViewer"
  member     = each.value[1]
}

resource "google_project_iam_member" "analysts" {
  for_each = var.analysts

  project = var.project_id
  role    = "roles/bigquery.jobUser"
  member  = each.value
}
