# Plans and applies against a mock of the provider: nothing is made, nothing is asked.
# terraform init -backend=false && terraform test

mock_provider "google" {
  mock_data "google_project" {
    defaults = { number = "123456789012" }
  }
}

mock_provider "google-beta" {}

mock_provider "time" {}

variables {
  project_id   = "example-project"
  environment  = "dev"
  state_bucket = "example-terraform"
  images = {
    pipelines = "registry/pipelines@sha256:0000000000000000000000000000000000000000000000000000000000000001"
    launcher  = "registry/launcher@sha256:0000000000000000000000000000000000000000000000000000000000000002"
    api       = "registry/api@sha256:0000000000000000000000000000000000000000000000000000000000000003"
  }
}

run "dev" {
  command = apply

  assert {
    condition     = output.landing == "gs://example-project-growthline-landing"
    error_message = "The landing bucket must be named after the project."
  }

  assert {
    condition     = toset(keys(output.template_specs)) == toset(["decide", "ingest", "ingest-stream", "marts", "price", "score"])
    error_message = "Every stage that can be a template must have a spec."
  }

  assert {
    condition     = output.template_specs["marts"] == "gs://example-project-growthline-artefacts/templates/000000000000/marts.json"
    error_message = "A spec must be named after its image."
  }

  assert {
    condition     = output.streaming_job == null
    error_message = "Without the variable nothing must stream."
  }

  assert {
    condition     = length(distinct(values(output.service_accounts))) == length(output.service_accounts)
    error_message = "Every job must have an account of its own."
  }
}

run "streaming" {
  command = apply

  variables {
    streaming = { worker_type = "n2-standard-2", max_workers = 5 }
  }

  assert {
    condition     = output.streaming_job == "growthline-stream"
    error_message = "Streaming must start its job."
  }
}

run "prod_with_everything" {
  command = apply

  variables {
    streaming         = { worker_type = "n2-standard-4", max_workers = 10, poll_seconds = 30 }
    environment       = "prod"
    network           = { enabled = true, range = "10.10.0.0/20" }
    service_perimeter = "accessPolicies/1/servicePerimeters/example"
    kms_key           = "projects/example-keys/locations/europe-west2/keyRings/ring/cryptoKeys/key"
    api_invokers      = ["group:growth@bank.example"]
    dashboard_users   = ["group:managers@bank.example"]
    analysts          = ["group:analysts@bank.example"]
    pii_readers       = ["group:privacy@bank.example"]
    landing_producers = ["serviceAccount:core@bank.example"]
    alert_emails      = ["platform@bank.example"]
    budget            = { billing_account = "000000-000000-000000", amount = 2000, currency = "GBP" }
  }

  assert {
    condition     = output.dashboard_url != null
    error_message = "People must have a dashboard."
  }
}

run "continuous_delivery" {
  command = apply

  variables {
    repository = "projects/example-project/locations/europe-west2/connections/c/repositories/r"
  }

  assert {
    condition     = output.dashboard_url == null
    error_message = "Without anybody who may open it there must be no dashboard."
  }
}

run "builds_that_a_perimeter_keeps_out_are_refused" {
  command = plan

  variables {
    service_perimeter = "accessPolicies/1/servicePerimeters/example"
    repository        = "projects/example-project/locations/europe-west2/connections/c/repositories/r"
  }

  expect_failures = [var.repository]
}

run "programs_on_the_dashboard_are_refused" {
  command = plan

  variables {
    dashboard_users = ["serviceAccount:core@bank.example"]
  }

  expect_failures = [var.dashboard_users]
}

run "images_by_tag_are_refused" {
  command = plan

  variables {
    images = { pipelines = "registry/pipelines:latest", launcher = "registry/launcher:latest", api = "registry/api:latest" }
  }

  expect_failures = [var.images]
}

run "the_public_is_refused" {
  command = plan

  variables {
    api_invokers = ["allUsers"]
  }

  expect_failures = [var.api_invokers]
}

run "streaming_without_workers_is_refused" {
  command = plan

  variables {
    streaming = { worker_type = "n2-standard-2", max_workers = 0 }
  }

  expect_failures = [var.streaming]
}

run "a_forgotten_stage_is_refused" {
  command = plan

  variables {
    dataflow = { marts = { worker_type = "n2-standard-2", max_workers = 1 } }
  }

  expect_failures = [var.dataflow]
}
