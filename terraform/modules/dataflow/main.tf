variable "definitions" {
  description = "Directory with one metadata file for each stage, generated from its pipeline options."
  type        = string
}

variable "images" {
  description = "Images by digest: launcher of the templates, pipelines for the workers."
  type = object({
    launcher  = string
    pipelines = string
  })
}

variable "project_id" {
  description = "Project that holds the tables."
  type        = string
}

variable "region" {
  description = "Region of the streaming job."
  type        = string
}

variable "buckets" {
  description = "Names of the buckets: template specs go to artefacts, the streaming job reads landing and keeps its code in streaming."
  type        = map(string)
}

variable "stages" {
  description = "Worker type and most workers by stage."
  type = map(object({
    worker_type = string
    max_workers = number
  }))
}

variable "streaming" {
  description = "Worker type, most workers and seconds between polls of the streaming job; null for none."
  type = object({
    worker_type  = string
    max_workers  = number
    poll_seconds = number
  })
}

variable "service_accounts" {
  description = "Addresses of the service accounts by stage, and of the streaming job."
  type        = map(string)
}

variable "subnetwork" {
  description = "Subnet of the workers; null for the default network."
  type        = string
}

variable "kms_key" {
  description = "Customer-managed key of the jobs' state; null for Google's keys."
  type        = string
}

variable "agents" {
  description = "IAM members of the accounts of Dataflow and Compute Engine, which use the key."
  type        = set(string)
}

variable "labels" {
  description = "Labels of every job."
  type        = map(string)
}

locals {
  # Pipeline options of all jobs, and of each. What is the same everywhere is in the workflow.
  workers = merge(
    {
      sdkContainerImage = var.images.pipelines
      labels            = jsonencode(var.labels)
    },
    # Without a private network there is no way to Google's services but a public address.
    var.subnetwork == null ? {} : { subnetwork = var.subnetwork, usePublicIps = "false" },
    var.kms_key == null ? {} : { dataflowKmsKey = var.kms_key },
  )

  options = {
    for stage, settings in var.stages : stage => {
      serviceAccount    = var.service_accounts[stage]
      workerMachineType = settings.worker_type
      maxNumWorkers     = tostring(settings.max_workers)
    }
  }

  templates = { for stage in fileset(var.definitions, "*.json") : trimsuffix(stage, ".json") => "${var.definitions}/${stage}" }

  stream      = "ingest-stream"
  sizes       = merge(var.stages, { for s in var.streaming[*] : local.stream => s })
  accounts    = merge(var.service_accounts, { (local.stream) = var.service_accounts["stream"] })
  experiments = ["use_runner_v2"]

}

resource "google_kms_crypto_key_iam_member" "dataflow" {
  for_each = var.kms_key == null ? toset([]) : var.agents

  crypto_key_id = var.kms_key
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = each.value
}

# The name carries the image, so a launch that has begun keeps the spec it was given.
resource "google_storage_bucket_object" "spec" {
  for_each = local.templates

  bucket       = var.buckets["artefacts"]
  name         = "templates/${substr(split("@sha256:", var.images.launcher)[1], 0, 12)}/${each.key}.json"
  content_type = "application/json"
  content = jsonencode({
    image    = var.images.launcher
    sdkInfo  = { language = "JAVA" }
    metadata = jsondecode(file(each.value))
    defaultEnvironment = merge(
      {
        serviceAccountEmail   = local.accounts[each.key]
        sdkContainerImage     = var.images.pipelines
        additionalExperiments = local.experiments
        additionalUserLabels  = var.labels
      },
      # Without streaming there is no size for it; whoever launches it by hand says one.
      try({ machineType = local.sizes[each.key].worker_type, maxWorkers = local.sizes[each.key].max_workers }, {}),
      each.key == local.stream ? { enableStreamingEngine = true } : {},
      var.subnetwork == null ? {} : { subnetwork = var.subnetwork, ipConfiguration = "WORKER_IP_PRIVATE" },
      var.kms_key == null ? {} : { kmsKeyName = var.kms_key },
    )
  })
}

output "specs" {
  description = "Locations of the template specs by stage."
  value       = { for stage, object in google_storage_bucket_object.spec : stage => "gs://${object.bucket}/${object.name}" }
}

output "workers" {
  description = "Pipeline options of every Dataflow job."
  value       = local.workers
  depends_on  = [google_kms_crypto_key_iam_member.dataflow]
}

output "options" {
  description = "Pipeline options of each stage's Dataflow job."
  value       = local.options
}
