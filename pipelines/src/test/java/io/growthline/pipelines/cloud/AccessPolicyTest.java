package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.mart.BuildMarts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may do what: one account for each job, and nothing wider than the job needs. */
class AccessPolicyTest {
  private static final Map<String, String> FORBIDDEN =
      Map.of(
          "roles/(owner|editor|viewer)\"", "a basic role, which covers every service",
          "\"(allUsers|allAuthenticatedUsers)\"", "access for the public",
          "google_project_iam_(binding|policy)", "access that removes what others granted",
          "google_service_account_key", "a key that can be lost");

  // What a job may have on the whole project, because it cannot be granted on less.
  private static final Set<String> PROJECT_ROLES =
      Set.of(
          "roles/bigquery.jobUser",
          "roles/dataflow.developer",
          "roles/dataflow.viewer",
          "roles/dataflow.worker",
          "roles/logging.logWriter",
          "roles/run.viewer",
          "roles/workflows.invoker");

  @Test
  void noFileGrantsTooMuch() {
    for (Path file : CloudFiles.files(CloudFiles.TERRAFORM, ".tf")) {
      assertThat(file.toString(), violations(CloudFiles.text(file)), is(empty()));
    }
  }

  @Test
  void tooMuchIsFound() {
    assertThat(violations("role = \"roles/editor\""), hasSize(1));
    assertThat(violations("plan = [\"roles/viewer\"]"), hasSize(1));
    assertThat(violations("role = \"roles/owner\""), hasItem(startsWith("a basic role")));
    assertThat(violations("member = \"allUsers\""), hasSize(1));
    assertThat(violations("resource \"google_project_iam_binding\" \"x\" {"), hasSize(1));
    assertThat(violations("role = \"roles/bigquery.dataEditor\""), is(empty()));
  }

  @Test
  void jobsHaveOnTheProjectOnlyWhatCannotBeGrantedOnLess() {
    Hcl identity = Hcl.module("identity");
    List<String> granted = new ArrayList<>();
    Pattern.compile("project +?= \\[([^]]*)]")
        .matcher(identity.text())
        .results()
        .forEach(m -> granted.addAll(List.of(m.group(1).split(", "))));

    assertThat(
        granted.stream().filter(r -> !r.isEmpty()).map(r -> r.replace("\"", "")).toList(),
        everyItem(is(in(PROJECT_ROLES))));
  }

  /** Temporary files of these stages hold whole tables; policy tags do not reach them. */
  @Test
  void onlyStagesThatMayReadPersonalDataReachTheirTemporaryFiles() {
    assertThat(
        Hcl.module("identity")
            .names("(?m)^    (\\w+) = \\{\n(?:      .*\n)*?      buckets .*private ="),
        is(new TreeSet<>(NightlyRunTest.PERSONAL)));
    assertThat(
        Hcl.root().text(),
        containsString(
            "pii_stages = { for stage in [\"ingest\", \"marts\", \"monitor\"] : stage =>"));
  }

  @Test
  void martsMayWriteTheDatasetsOfItsTables() {
    Matcher grants =
        Pattern.compile("(?s)\n    marts = \\{.*?datasets = \\{(.*?)}")
            .matcher(Hcl.module("identity").text());
    assertThat(grants.find(), is(true));
    for (TableSpec<?> table : BuildMarts.tables()) {
      assertThat(grants.group(1), containsString(table.dataset() + " = \"editor\""));
    }
  }

  @Test
  void stagesThatReplaceTablesWithPersonalDataMayPutPolicyTagsOnThem() {
    assertThat(personal(Contracts.RAW), is(true));
    assertThat(personal(BuildMarts.tables()), is(true));
    assertThat(
        Hcl.module("identity").text(), containsString("\n  taggers = [\"ingest\", \"marts\"]\n"));
  }

  private static boolean personal(List<? extends TableSpec<?>> tables) {
    return tables.stream().flatMap(t -> t.columns().stream()).anyMatch(ColumnSpec::pii);
  }

  @Test
  void everyJobRunsAsItsOwnAccount() {
    assertThat(
        Hcl.module("jobs").names("service_account += (.*)"),
        is(Set.of("var.service_accounts[each.key]")));
    assertThat(
        Hcl.module("dataflow").names("serviceAccount(?:Email)? +?= (.*)"),
        is(Set.of("var.service_accounts[stage]", "local.accounts[each.key]")));
    assertThat(
        Hcl.module("dataflow").names("service_account_email += (.*)"),
        is(Set.of("local.accounts[local.stream]")));
  }

  private static List<String> violations(String text) {
    return FORBIDDEN.entrySet().stream()
        .filter(rule -> Pattern.compile(rule.getKey()).matcher(text).find())
        .map(Map.Entry::getValue)
        .toList();
  }
}
