package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The build files are well formed, build what Terraform deploys, and are all triggered. */
class CloudBuildTest {
  private static final Set<String> KEYS =
      Set.of("steps", "images", "artifacts", "options", "timeout", "substitutions");
  private static final Set<String> STEP_KEYS =
      Set.of("id", "name", "entrypoint", "args", "waitFor", "dir", "env");
  private static final Set<String> BUILT_IN = Set.of("COMMIT_SHA", "PROJECT_ID", "BUILD_ID");

  @Test
  void theBuildFilesHaveNoFault() {
    for (Path file : files()) {
      assertThat(file.toString(), faults(CloudFiles.yaml(file)), is(empty()));
    }
  }

  @Test
  void aWrongBuildIsFound() {
    List<String> faults =
        faults(
            Map.of(
                "step",
                List.of(),
                "steps",
                List.of(
                    Map.of("id", "a", "name", "bash", "script", "ls"),
                    Map.of("id", "b", "waitFor", List.of("c"), "args", List.of("$NOT_THERE")))));

    assertThat(
        faults,
        hasItems(
            "unknown key step",
            "step a: unknown key script",
            "step b has no image",
            "step b waits for c, which does not come before it",
            "NOT_THERE is no substitution of Cloud Build"));
  }

  @Test
  void everyImageThatIsDeployedIsBuiltAndTheOtherWayRound() {
    Set<String> deployed =
        names(Hcl.root().blocks("variable").get("images"), "    (\\w+) += string");
    List<Object> pushed = Workflow.list(build("cloudbuild.yaml").get("images"));
    Set<String> written = new TreeSet<>();
    for (String module : List.of("pipelines", "cloudrun")) {
      written.addAll(
          names(
              CloudFiles.text(CloudFiles.ROOT.resolve(module).resolve("pom.xml")),
              "<image>\\$\\{image.registry}/(\\w+):\\$\\{image.tag}</image>"));
    }
    String deploy = CloudFiles.text(CloudFiles.ROOT.resolve("cloudbuild.deploy.yaml"));

    assertThat(written, is(deployed));
    assertThat(
        pushed.stream().map(Object::toString).collect(Collectors.toSet()),
        is(
            deployed.stream()
                .map(i -> "${_REGISTRY}/" + i + ":$COMMIT_SHA")
                .collect(Collectors.toSet())));
    assertThat(names(deploy, "\\(named (\\w+)\\)"), is(deployed));
    assertThat(
        names(CloudFiles.text(CloudFiles.ROOT.resolve("cloudbuild.yaml")), "for image in (.*);"),
        hasItem(is("pipelines launcher api")));
  }

  @Test
  void everyBuildFileIsTriggeredWithTheSubstitutionsItNeeds() {
    Map<String, Trigger> triggers = triggers();

    assertThat(
        triggers.keySet(),
        is(files().stream().map(f -> f.getFileName().toString()).collect(Collectors.toSet())));
    for (Path file : files()) {
      assertThat(
          file.toString(),
          triggers.get(file.getFileName().toString()).given(),
          is(names(CloudFiles.text(file), "\\$\\{(_\\w+)}")));
    }
  }

  /** Terraform of a pull request runs what it names, so somebody reads it first. */
  @Test
  void whatRunsTerraformIsApprovedAndOnlyTheDeploymentApplies() {
    for (Path file : files()) {
      String name = file.getFileName().toString();
      String text = CloudFiles.text(file);

      assertThat(name, triggers().get(name).approved(), is(text.contains("hashicorp/terraform")));
      assertThat(name, text.contains("args: [apply,"), is(name.equals("cloudbuild.deploy.yaml")));
    }
  }

  @Test
  void codeOfAPullRequestRunsAsAnAccountThatMayOnlyWriteLogs() {
    Hcl build = Hcl.module("build");
    triggers()
        .forEach(
            (name, trigger) -> {
              String text = CloudFiles.text(CloudFiles.ROOT.resolve(name));
              if (trigger.on().equals("pull_request") && !trigger.approved()) {
                assertThat(name, trigger.account(), is("test"));
                assertThat("shares no file", text, not(containsString("gs://")));
              }
              if (trigger.on().equals("pull_request") && trigger.approved()) {
                assertThat(name, text, not(anyOf(containsString("mvnw"), containsString(".ci/"))));
              }
            });

    assertThat(
        build.names("(?m)^    test += \\[(.*)]$"), is(Set.of("\"roles/logging.logWriter\"")));
    assertThat(
        build.names("bucket = [\\w.]+, role = \"[^\"]+\", account = \"(\\w+)\""),
        is(Set.of("build", "deploy", "plan")));
    assertThat(build.names("google_service_account.this\\[\"(\\w+)\"]"), not(hasItem("test")));
  }

  @Test
  void whateverRunsAllTestsHasTheMachineForIt() {
    for (Path file : files()) {
      if (CloudFiles.text(file).contains(".ci/run")) {
        Map<String, Object> options = Workflow.map(CloudFiles.yaml(file).get("options"));
        assertThat(file.toString(), options.get("machineType"), is("E2_HIGHCPU_8"));
      }
    }
  }

  @Test
  void imagesHaveABillOfMaterialsAndProvenance() {
    Map<String, Object> build = build("cloudbuild.yaml");

    assertThat(Workflow.map(build.get("options")).get("requestedVerifyOption"), is("VERIFIED"));
    assertThat(build, hasKey("artifacts"));
    assertThat(build.toString().contains("makeAggregateBom"), is(true));
    assertThat(build.toString().contains("sbom load"), is(true));
  }

  /** When a build file is run, as whom, and what it is given. */
  private record Trigger(String on, String account, boolean approved, Set<String> given) {}

  private static Map<String, Trigger> triggers() {
    return Pattern.compile(
            "\\{ file = \"(.+)\", account = \"(.+)\", on = \"(.+)\", approval = (.+), given = \\[(.*)] }")
        .matcher(Hcl.module("build").text())
        .results()
        .collect(
            Collectors.toMap(
                m -> m.group(1),
                m ->
                    new Trigger(
                        m.group(3),
                        m.group(2),
                        Boolean.parseBoolean(m.group(4)),
                        names(m.group(5), "(_\\w+)"))));
  }

  private static Map<String, Object> build(String name) {
    return CloudFiles.yaml(CloudFiles.ROOT.resolve(name));
  }

  private static List<Path> files() {
    return CloudFiles.children(CloudFiles.ROOT, "cloudbuild", ".yaml");
  }

  private static List<String> faults(Map<String, Object> build) {
    List<String> faults = new ArrayList<>();
    build.keySet().stream()
        .filter(k -> !KEYS.contains(k))
        .forEach(k -> faults.add("unknown key " + k));
    Set<Object> earlier = new TreeSet<>(Set.of("-"));
    for (Object item : Workflow.list(build.get("steps"))) {
      Map<String, Object> step = Workflow.map(item);
      String id = "step " + step.get("id");
      step.keySet().stream()
          .filter(k -> !STEP_KEYS.contains(k))
          .forEach(k -> faults.add(id + ": unknown key " + k));
      if (!step.containsKey("name")) {
        faults.add(id + " has no image");
      }
      Workflow.list(step.getOrDefault("waitFor", List.of())).stream()
          .filter(w -> !earlier.contains(w))
          .forEach(w -> faults.add(id + " waits for " + w + ", which does not come before it"));
      earlier.add(step.get("id"));
    }
    names(build.toString(), "(?<!\\$)\\$\\{?([A-Z][A-Z0-9_]*)").stream()
        .filter(n -> !BUILT_IN.contains(n))
        .forEach(n -> faults.add(n + " is no substitution of Cloud Build"));
    return faults;
  }

  private static Set<String> names(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The account of builds may write to the bucket of artefacts and to no other. */
  @Test
  void sourcesAndBillsOfMaterialsGoWhereTheBuildMayWrite() {
    assertThat(
        CloudFiles.text(CloudFiles.ROOT.resolve("cloudbuild.yaml")),
        containsString(
            "sbom load --source=target/bom.json --uri=$$digest --destination=gs://${_ARTEFACTS}/"));
    assertThat(
        CloudFiles.text(CloudFiles.ROOT.resolve("docs/deploy.md")),
        containsString("--gcs-source-staging-dir=gs://$PROJECT-growthline-artefacts/"));
  }
}
