variable "region" {
  description = "Region of the subnet."
  type        = string
}

variable "range" {
  description = "IPv4 range of the subnet."
  type        = string
}

variable "restricted" {
  description = "Whether Google's services are reached through the addresses that VPC Service Controls guard."
  type        = bool
}

locals {
  # Where Google's services and the images of workers, jobs and the API are.
  domains = toset(["gcr.io", "googleapis.com", "pkg.dev"])

  # Published addresses of restricted.googleapis.com and private.googleapis.com.
  host      = var.restricted ? "restricted.googleapis.com." : "private.googleapis.com."
  addresses = [for i in range(4) : cidrhost(var.restricted ? "199.36.153.4/30" : "199.36.153.8/30", i)]
}

resource "google_compute_network" "this" {
  name                    = "growthline"
  auto_create_subnetworks = false
}

resource "google_compute_subnetwork" "this" {
  name                     = "growthline"
  region                   = var.region
  network                  = google_compute_network.this.id
  ip_cidr_range            = var.range
  private_ip_google_access = true

  log_config {
    aggregation_interval = "INTERVAL_10_MIN"
    flow_sampling        = 0.1
    metadata             = "INCLUDE_ALL_METADATA"
  }
}

# Dataflow workers carry the tag dataflow and shuffle among themselves through these ports.
resource "google_compute_firewall" "workers" {
  name        = "growthline-dataflow-workers"
  network     = google_compute_network.this.id
  direction   = "INGRESS"
  source_tags = ["dataflow"]
  target_tags = ["dataflow"]

  allow {
    protocol = "tcp"
    ports    = ["12345-12346"]
  }
}

resource "google_dns_managed_zone" "google" {
  for_each = local.domains

  name        = "growthline-${replace(each.value, ".", "-")}"
  dns_name    = "${each.value}."
  description = "Sends calls of Google's services through private addresses."
  visibility  = "private"

  private_visibility_config {
    networks {
      network_url = google_compute_network.this.id
    }
  }
}

resource "google_dns_record_set" "host" {
  for_each = google_dns_managed_zone.google

  managed_zone = each.value.name
  name         = each.key == "googleapis.com" ? local.host : each.value.dns_name
  type         = "A"
  ttl          = 300
  rrdatas      = local.addresses
}

resource "google_dns_record_set" "all" {
  for_each = google_dns_managed_zone.google

  managed_zone = each.value.name
  name         = "*.${each.value.dns_name}"
  type         = "CNAME"
  ttl          = 300
  rrdatas      = [google_dns_record_set.host[each.key].name]
}

output "subnetwork" {
  description = "Subnet for workers and jobs, as Dataflow and Cloud Run want it named."
  value       = google_compute_subnetwork.this.self_link
}
