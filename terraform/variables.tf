variable "project_id" {
  description = "Project that holds the platform. It must exist and have billing."
  type        = string
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must be 6 to 30 lower-case letters, digits and hyphens, and begin with a letter."
  }
}

variable "environment" {
  description = "Name of the environment; labels everything, and protects tables from deletion in prod."
  type        = string
  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment must be dev or prod."
  }
}

variable "region" {
  description = "Region of jobs, buckets, datasets and the service. Data never leave it."
  type        = string
  default     = "europe-west2"
  validation {
    condition     = can(regex("^[a-z]+-[a-z]+[0-9]+$", var.region))
    error_message = "region must be a region such as europe-west2, not a zone or a multi-region."
  }
}

variable "images" {
  description = "Images by digest, as the build printed them: pipelines (jobs and workers), launcher (of Flex Templates) and api."
  type = object({
    pipelines = string
    launcher  = string
    api       = string
  })
  validation {
    condition     = alltrue([for image in values(var.images) : can(regex("@sha256:[0-9a-f]{64}$", image))])
    error_message = "Each image must be named by digest (NAME@sha256:...), so that what was tested is what runs."
  }
}

variable "schedule" {
  description = "When the nightly run starts, as a cron expression in UTC."
  type        = string
  default     = "0 2 * * *"
  validation {
    condition     = length(split(" ", var.schedule)) == 5
    error_message = "schedule must have the five fields of cron, for example \"0 2 * * *\"."
  }
}

variable "dataflow" {
  description = "Dataflow settings of each stage that runs there: worker type and most workers."
  type = map(object({
    worker_type = string
    max_workers = number
  }))
  default = {
    ingest = { worker_type = "n2-standard-4", max_workers = 20 }
    marts  = { worker_type = "n2-highmem-4", max_workers = 20 }
    score  = { worker_type = "n2-standard-4", max_workers = 10 }
    price  = { worker_type = "n2-standard-2", max_workers = 4 }
    decide = { worker_type = "n2-standard-4", max_workers = 4 }
  }
  validation {
    condition     = toset(keys(var.dataflow)) == toset(["ingest", "marts", "score", "price", "decide"])
    error_message = "dataflow must have the stages ingest, marts, score, price and decide."
  }
  validation {
    condition     = alltrue([for s in values(var.dataflow) : s.max_workers >= 1 && s.max_workers <= 1000])
    error_message = "max_workers must be from 1 to 1000."
  }
}

variable "streaming" {
  description = "Streaming ingest beside the nightly run: worker type, most workers, seconds between looks for new files; null for none."
  type = object({
    worker_type  = string
    max_workers  = number
    poll_seconds = optional(number, 10)
  })
  default = null
  validation {
    condition     = var.streaming == null || try(var.streaming.max_workers >= 1 && var.streaming.max_workers <= 100, false)
    error_message = "streaming.max_workers must be from 1 to 100."
  }
  validation {
    condition     = var.streaming == null || try(var.streaming.poll_seconds >= 1 && var.streaming.poll_seconds <= 3600, false)
    error_message = "streaming.poll_seconds must be from 1 to 3600."
  }
}

variable "jobs" {
  description = "Size of each Cloud Run job: vCPU and memory. Stages on Dataflow need little: their job starts them, waits and publishes."
  type = map(object({
    cpu    = string
    memory = string
  }))
  default = {
    ingest  = { cpu = "1", memory = "2Gi" }
    marts   = { cpu = "1", memory = "2Gi" }
    train   = { cpu = "4", memory = "16Gi" }
    score   = { cpu = "1", memory = "2Gi" }
    price   = { cpu = "1", memory = "2Gi" }
    decide  = { cpu = "1", memory = "2Gi" }
    monitor = { cpu = "2", memory = "4Gi" }
    record  = { cpu = "1", memory = "2Gi" }
    release = { cpu = "4", memory = "16Gi" }
  }
  validation {
    condition     = toset(keys(var.jobs)) == toset(["ingest", "marts", "train", "score", "price", "decide", "monitor", "record", "release"])
    error_message = "jobs must have the stages ingest, marts, train, score, price, decide, monitor, record and release."
  }
}

variable "api" {
  description = "Size of the API: vCPU, memory, fewest and most instances."
  type = object({
    cpu           = string
    memory        = string
    min_instances = number
    max_instances = number
  })
  default = { cpu = "1", memory = "2Gi", min_instances = 0, max_instances = 4 }
  validation {
    condition     = var.api.min_instances >= 0 && var.api.max_instances >= max(1, var.api.min_instances)
    error_message = "api.max_instances must be at least 1 and at least api.min_instances."
  }
}

variable "api_ingress" {
  description = "Who reaches the API at network level. Identity is asked of every caller in any case."
  type        = string
  default     = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
  validation {
    condition     = contains(["INGRESS_TRAFFIC_ALL", "INGRESS_TRAFFIC_INTERNAL_ONLY", "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"], var.api_ingress)
    error_message = "api_ingress must be one of Cloud Run's three INGRESS_TRAFFIC_ values."
  }
}

variable "api_invokers" {
  description = "Who may call the API: IAM members such as group:NAME@DOMAIN or serviceAccount:NAME@DOMAIN."
  type        = set(string)
  default     = []
  validation {
    condition     = alltrue([for m in var.api_invokers : can(regex("^(group|serviceAccount|user|domain):", m))])
    error_message = "api_invokers must be IAM members; the public (allUsers) is not admitted."
  }
}

variable "dashboard_users" {
  description = "Who may open the dashboard in a browser, signed in by IAP: IAM members of your organisation, best a group; none for no dashboard."
  type        = set(string)
  default     = []
  validation {
    condition     = alltrue([for m in var.dashboard_users : can(regex("^(group|user|domain):", m))])
    error_message = "dashboard_users must be people: group:NAME@DOMAIN, user:NAME@DOMAIN or domain:DOMAIN."
  }
}

variable "analysts" {
  description = "Who may query marts, scores and monitoring, without personal data: IAM members, best a group."
  type        = set(string)
  default     = []
  validation {
    condition     = alltrue([for m in var.analysts : can(regex("^(group|serviceAccount|user|domain):", m))])
    error_message = "analysts must be IAM members such as group:NAME@DOMAIN."
  }
}

variable "pii_readers" {
  description = "Who may read columns with personal data: IAM members, best a small group."
  type        = set(string)
  default     = []
  validation {
    condition     = alltrue([for m in var.pii_readers : can(regex("^(group|serviceAccount|user):", m))])
    error_message = "pii_readers must be IAM members such as group:NAME@DOMAIN."
  }
}

variable "landing_producers" {
  description = "Who may put files into the landing bucket: IAM members of the producing systems. They cannot read it."
  type        = set(string)
  default     = []
  validation {
    condition     = alltrue([for m in var.landing_producers : can(regex("^(group|serviceAccount):", m))])
    error_message = "landing_producers must be groups or service accounts."
  }
}

variable "retention_days" {
  description = "Days for which a landing file that was replaced or deleted can be had back; nothing deletes one by itself."
  type        = number
  default     = 400
  validation {
    condition     = var.retention_days >= 30
    error_message = "retention_days must be at least 30: who replaced a file by mistake may notice late."
  }
}

variable "network" {
  description = "Private network for workers and jobs: address range of its subnet, and whether there is one. Without it the default network is used."
  type = object({
    enabled = bool
    range   = string
  })
  default = { enabled = false, range = "10.10.0.0/20" }
  validation {
    condition     = can(cidrnetmask(var.network.range))
    error_message = "network.range must be an IPv4 range such as 10.10.0.0/20."
  }
}

variable "service_perimeter" {
  description = "VPC Service Controls perimeter to put the project into (accessPolicies/N/servicePerimeters/NAME); null for none."
  type        = string
  default     = null
  validation {
    condition     = var.service_perimeter == null || can(regex("^accessPolicies/[0-9]+/servicePerimeters/[A-Za-z0-9_]+$", var.service_perimeter))
    error_message = "service_perimeter must be accessPolicies/NUMBER/servicePerimeters/NAME."
  }
}

variable "kms_key" {
  description = "Customer-managed key in the same region (projects/P/locations/R/keyRings/K/cryptoKeys/C); null for Google's keys."
  type        = string
  default     = null
  validation {
    condition     = var.kms_key == null || can(regex("^projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/[^/]+$", var.kms_key))
    error_message = "kms_key must be projects/P/locations/R/keyRings/K/cryptoKeys/C."
  }
}

variable "alert_emails" {
  description = "Addresses that alerts and the budget go to, best of a team."
  type        = set(string)
  default     = []
  validation {
    condition     = alltrue([for a in var.alert_emails : can(regex("^[^@ ]+@[^@ ]+$", a))])
    error_message = "alert_emails must be e-mail addresses."
  }
}

variable "budget" {
  description = "Monthly budget that is watched: billing account and whole units of its currency; null for none."
  type = object({
    billing_account = string
    amount          = number
    currency        = string
  })
  default = null
  validation {
    condition     = var.budget == null || try(var.budget.amount > 0, false)
    error_message = "budget.amount must be above 0."
  }
}

variable "repository" {
  description = "Cloud Build repository (projects/P/locations/R/connections/C/repositories/N) for continuous delivery; null to build by hand."
  type        = string
  default     = null
  validation {
    condition     = var.repository == null || var.service_perimeter == null
    error_message = "Builds run outside any perimeter, so with service_perimeter they reach nothing: leave repository null and deploy by hand."
  }
  validation {
    condition     = var.repository == null || can(regex("^projects/[^/]+/locations/[^/]+/connections/[^/]+/repositories/[^/]+$", var.repository))
    error_message = "repository must be projects/P/locations/R/connections/C/repositories/N."
  }
}

variable "build_region" {
  description = "Region of builds and their triggers, for projects that may not build in region; null for region. The repository must be connected there."
  type        = string
  default     = null
  validation {
    condition     = var.build_region == null || can(regex("^[a-z]+-[a-z]+[0-9]+$", var.build_region))
    error_message = "build_region must be a region such as europe-west1, not a zone or a multi-region."
  }
  validation {
    condition     = var.repository == null || try(split("/", var.repository)[3] == coalesce(var.build_region, var.region), true)
    error_message = "repository must be connected in build_region, or in region if build_region is null: triggers find it only there."
  }
}

variable "state_bucket" {
  description = "Bucket of the Terraform state, which the plan and deploy builds read; it is made by hand, see docs/deploy.md."
  type        = string
  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$", var.state_bucket))
    error_message = "state_bucket must be the name of a bucket, without gs://."
  }
}
