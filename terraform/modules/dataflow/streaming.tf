# A new image changes the location of the spec, and the job is updated in place: it keeps its name, its state and the
# files it has seen. Taking it out of the configuration drains it.
resource "google_dataflow_flex_template_job" "stream" {
  provider = google-beta
  count    = var.streaming == null ? 0 : 1

  name                    = "growthline-stream"
  region                  = var.region
  container_spec_gcs_path = "gs://${google_storage_bucket_object.spec[local.stream].bucket}/${google_storage_bucket_object.spec[local.stream].name}"
  on_delete               = "drain"

  enable_streaming_engine = true
  autoscaling_algorithm   = "THROUGHPUT_BASED"
  machine_type            = var.streaming.worker_type
  max_workers             = var.streaming.max_workers
  additional_experiments  = local.experiments
  sdk_container_image     = var.images.pipelines
  service_account_email   = local.accounts[local.stream]
  subnetwork              = var.subnetwork
  ip_configuration        = var.subnetwork == null ? null : "WORKER_IP_PRIVATE"
  kms_key_name            = var.kms_key
  staging_location        = "gs://${var.buckets["streaming"]}/staging"
  temp_location           = "gs://${var.buckets["streaming"]}/tmp"
  labels                  = merge(var.labels, { stage = local.stream })

  parameters = {
    stage       = "ingest"
    step        = "launch"
    streaming   = "true"
    runId       = "stream"
    landing     = "gs://${var.buckets["landing"]}"
    warehouse   = "bq://${var.project_id}"
    pollSeconds = tostring(var.streaming.poll_seconds)
  }

  depends_on = [google_kms_crypto_key_iam_member.dataflow]
}

output "streaming_job" {
  description = "Name of the streaming job; null without one."
  value       = one(google_dataflow_flex_template_job.stream[*].name)
}
