package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.growthline.pipelines.run.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Walks {@code docs/deploy.md} step by step, and the builds, stages and the workflow after it: who
 * calls must have a role for the call, and the service must be on by then. {@code calls.csv} says
 * what each call takes; what the role holds is Google's documentation, which a project can outdate.
 */
class FirstDeploymentTest {
  private static final String GUIDE = "docs/deploy.md";
  private static final List<CloudCall> CALLS = CloudCall.all();
  private static final Set<String> SERVICES = services();

  @Test
  void noCommandOfTheGuideComesBeforeTheServiceItCallsIsOn() {
    assertThat(faults(commands(CloudFiles.text(CloudFiles.ROOT.resolve(GUIDE)))), is(empty()));
  }

  @Test
  void aGuideThatTurnsServicesOnTooLateOrHasAnUnknownCommandIsFound() {
    List<String> faults =
        faults(
            List.of(
                "gcloud storage buckets create gs://x",
                "xargs -n 20 gcloud services enable < terraform/modules/apis/services.txt",
                "gcloud builds submit",
                "gcloud spanner instances create x"));

    assertThat(
        faults,
        contains(
            "gcloud storage buckets create gs://x: storage is not on yet",
            "gcloud spanner instances create x: no row says what it calls"));
  }

  @Test
  void everyAccountHasTheRolesThatItsCallsNeed() {
    assertThat(without(needed(CALLS), Grants.all()), is(empty()));
  }

  @Test
  void noAccountHasARoleThatNoCallNeeds() {
    assertThat(without(Grants.all(), needed(CALLS)), is(empty()));
  }

  @Test
  void aCallWithoutARoleIsFound() {
    CloudCall call =
        new CloudCall(
            "monitor",
            "stage",
            "write scores",
            "bigquery",
            "",
            "roles/bigquery.dataEditor",
            "dataset scores",
            "");

    assertThat(
        without(needed(List.of(call)), Grants.all()),
        contains("monitor: roles/bigquery.dataEditor on dataset scores"));
  }

  @Test
  void everyServiceThatIsCalledIsTurnedOnAndEveryOtherIsNot() {
    Set<String> called =
        CALLS.stream()
            .map(CloudCall::service)
            .filter(s -> !s.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    // Called by other services: the read API by Beam, the scan of pushed images by the registry.
    called.addAll(Set.of("bigquerystorage", "containerscanning"));

    assertThat(SERVICES, is(called));
  }

  @Test
  void everyTypeOfResourceHasARow() {
    Set<String> types = new TreeSet<>();
    for (Hcl module : Hcl.modules()) {
      types.addAll(module.names("(?m)^resource \"(google_\\w+)\""));
    }

    assertThat(calls("deploy", "terraform", "google_"), is(types));
  }

  @Test
  void everyCommandOfABuildHasARow() {
    for (Path file : CloudFiles.children(CloudFiles.ROOT, "cloudbuild", ".yaml")) {
      String name = file.getFileName().toString();
      List<String> known =
          CALLS.stream().filter(c -> c.step().equals(name)).map(CloudCall::call).toList();
      Pattern.compile("(?m)(?:^|[ (])((?:gcloud|terraform|docker push) [a-z-]+[a-z -]*)")
          .matcher(CloudFiles.text(file).replaceAll("(?m)^ *(#|dir:|- id:).*$", ""))
          .results()
          .map(m -> m.group(1))
          .filter(c -> !Set.of("fmt", "validate").contains(c.split(" ")[1]))
          .forEach(
              command ->
                  assertThat(name + ": " + command, known.stream().anyMatch(command::startsWith)));
    }
  }

  @Test
  void everyConnectorOfTheWorkflowHasARow() {
    assertThat(
        calls("nightly", "nightly.yaml", "googleapis."),
        is(HttpGoogleServices.CONNECTORS.keySet()));
  }

  @Test
  void everyStageHasRows() {
    Set<String> accounts = CALLS.stream().map(CloudCall::account).collect(Collectors.toSet());
    for (Stage stage : Stage.values()) {
      assertThat(accounts, hasItem(stage.id()));
    }
  }

  @Test
  void rowsNameTheirSource() {
    for (CloudCall call : CALLS) {
      assertThat(call.toString(), call.source(), startsWith("https://cloud.google.com/"));
    }
  }

  /** Who else must be asked, because Terraform cannot grant it. */
  @Test
  void theGuideSaysWhatIsNeededOutsideTheProject() {
    String guide = CloudFiles.text(CloudFiles.ROOT.resolve(GUIDE));
    for (CloudCall call : CALLS) {
      if (call.on().equals("outside")) {
        assertThat(call.call(), guide.contains("`" + call.role() + "`"));
      }
    }
  }

  private static List<String> faults(List<String> commands) {
    List<String> faults = new ArrayList<>();
    Set<String> on = new TreeSet<>();
    for (String command : commands) {
      if (command.contains("gcloud services enable") && command.contains("services.txt")) {
        on.addAll(SERVICES);
        continue;
      }
      List<CloudCall> rows =
          CALLS.stream()
              .filter(c -> c.account().equals("owner") && command.startsWith(c.call()))
              .toList();
      if (rows.isEmpty()) {
        faults.add(command + ": no row says what it calls");
      }
      rows.stream()
          .map(CloudCall::service)
          .filter(service -> !service.isEmpty() && !on.contains(service))
          .forEach(service -> faults.add(command + ": " + service + " is not on yet"));
    }
    return faults;
  }

  /** Commands of the fenced blocks that reach Google, one by one. */
  private static List<String> commands(String guide) {
    return Pattern.compile("(?ms)^```\\n(.*?)^```$")
        .matcher(guide)
        .results()
        .flatMap(block -> block.group(1).replace("\\\n", " ").lines())
        .flatMap(line -> Arrays.stream(line.split("&&|\\|\\||;|\\$\\(|\\{ ")))
        .map(String::strip)
        .filter(c -> c.matches("(?s)(gcloud|bq|terraform|xargs .*gcloud) .*"))
        .map(c -> c.replaceAll("-chdir=\\S+ ", ""))
        .toList();
  }

  private static Set<String> needed(List<CloudCall> calls) {
    return calls.stream()
        .filter(c -> !c.account().equals("owner") && !c.role().isEmpty())
        .filter(c -> !c.on().equals("outside"))
        .map(CloudCall::grant)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private static Set<String> calls(String account, String step, String prefix) {
    return CALLS.stream()
        .filter(c -> c.account().equals(account) && c.step().equals(step))
        .map(CloudCall::call)
        .filter(c -> c.startsWith(prefix))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> services() {
    try (Stream<String> lines =
        CloudFiles.text(CloudFiles.TERRAFORM.resolve("modules/apis/services.txt")).lines()) {
      return lines
          .map(line -> line.replace(".googleapis.com", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
