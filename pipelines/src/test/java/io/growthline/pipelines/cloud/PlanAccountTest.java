package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The account that plans can read the settings of all that Terraform makes, and nothing else. */
class PlanAccountTest {
  /**
   * What projects.getServiceAccount asks for. A job reads only what its account may: nothing here.
   */
  private static final String ACCOUNT_OF_BIGQUERY = "bigquery.jobs.create";

  /** Where permissions of a kind of resource begin otherwise than with its name. */
  private static final Map<String, String> SERVICES =
      Map.ofEntries(
          Map.entry("artifact_registry_repository", "artifactregistry.repositories"),
          Map.entry("bigquery_default_service_account", ACCOUNT_OF_BIGQUERY),
          Map.entry("bigquery_dataset", "bigquery.datasets"),
          Map.entry("bigquery_table", "bigquery.tables"),
          Map.entry("cloud_run_v2_job", "run.jobs"),
          Map.entry("cloud_run_v2_service", "run.services"),
          Map.entry("cloud_scheduler_job", "cloudscheduler.jobs"),
          Map.entry("cloudbuild_trigger", "cloudbuild.builds"),
          Map.entry("compute_firewall", "compute.firewalls"),
          Map.entry("compute_network", "compute.networks"),
          Map.entry("compute_subnetwork", "compute.subnetworks"),
          Map.entry("data_catalog_policy_tag", "datacatalog.taxonomies"),
          Map.entry("data_catalog_taxonomy", "datacatalog.taxonomies"),
          Map.entry("dataflow_flex_template_job", "dataflow.jobs"),
          Map.entry("dns_managed_zone", "dns.managedZones"),
          Map.entry("dns_record_set", "dns.resourceRecordSets"),
          Map.entry("iap_web_cloud_run_service", "iap.webServices"),
          Map.entry("logging_metric", "logging.logMetrics"),
          Map.entry("monitoring_alert_policy", "monitoring.alertPolicies"),
          Map.entry("monitoring_dashboard", "monitoring.dashboards"),
          Map.entry("monitoring_notification_channel", "monitoring.notificationChannels"),
          Map.entry("project", "resourcemanager.projects"),
          Map.entry("project_iam_custom_role", "iam.roles"),
          Map.entry("service_account", "iam.serviceAccounts"),
          Map.entry("storage_project_service_account", "resourcemanager.projects"),
          Map.entry("storage_bucket", "storage.buckets"),
          Map.entry("workflows_workflow", "workflows.workflows"));

  /**
   * Read with another grant: services and their agents with serviceUsageConsumer, template specs
   * with a role on their bucket, and what lies outside the project with roles that its owners grant
   * by hand.
   */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "access_context_manager_service_perimeter_resource",
          "billing_budget",
          "kms_crypto_key_iam_member",
          "project_service",
          "project_service_identity",
          "storage_bucket_object");

  private static final Pattern DATA =
      Pattern.compile(
          "getData|readRows|objects\\.|versions\\.access|logEntries|\\.(?!get|list)\\w+$");

  @Test
  void itReadsWhatTerraformMakes() {
    assertThat(missing(made(), granted()), is(empty()));
  }

  @Test
  void itReadsNoDataAndChangesNothing() {
    assertThat(
        granted().stream().filter(p -> DATA.matcher(p).find()).toList(),
        is(List.of(ACCOUNT_OF_BIGQUERY)));
  }

  @Test
  void whatItCannotReadIsFound() {
    assertThat(
        missing(
            List.of("storage_bucket_iam_member", "pubsub_topic"), Set.of("storage.buckets.get")),
        hasItems("storage.buckets.getIamPolicy", "a permission to read pubsub_topic"));
    assertThat(DATA.matcher("bigquery.tables.getData").find(), is(true));
    assertThat(DATA.matcher("storage.objects.get").find(), is(true));
    assertThat(DATA.matcher("run.services.setIamPolicy").find(), is(true));
    assertThat(DATA.matcher("run.services.getIamPolicy").find(), is(false));
  }

  @Test
  void itNamesTheProjectItsRequestsCountFor() {
    assertThat(
        Hcl.module("build").names("(?m)^    plan += \\[(.*)]$"),
        hasItem("\"roles/logging.logWriter\", \"roles/serviceusage.serviceUsageConsumer\""));
  }

  private static Set<String> made() {
    Set<String> made = new TreeSet<>();
    Hcl.modules().forEach(m -> made.addAll(m.names("(?m)^(?:resource|data) \"google_(\\w+)\"")));
    made.removeAll(ELSEWHERE);
    return made;
  }

  private static Set<String> granted() {
    Set<String> granted = Hcl.module("build").names("(?m)^    \"(\\w+\\.\\w+\\.\\w+)\",$");
    assertThat(granted.isEmpty(), is(false));
    return granted;
  }

  private static List<String> missing(Collection<String> made, Set<String> granted) {
    return made.stream()
        .map(PlanAccountTest::permission)
        .filter(p -> !granted.contains(p) && !granted.contains(p.replaceAll("\\.get$", ".list")))
        .toList();
  }

  private static String permission(String kind) {
    String access = "_iam_member";
    boolean isAccess = kind.endsWith(access);
    String of = isAccess ? kind.substring(0, kind.length() - access.length()) : kind;
    String service = SERVICES.getOrDefault(of, "a permission to read " + kind);
    return service.matches("\\w+\\.\\w+")
        ? service + (isAccess ? ".getIamPolicy" : ".get")
        : service;
  }
}
