package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing in {@code terraform/} is dead, and it fits the code that it deploys. */
class TerraformTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyVariableIsUsedAndEveryUsedOneIsDeclared() {
    for (Hcl module : Hcl.modules()) {
      assertThat(
          module.directory().toString(),
          module.uses("var"),
          is(new TreeSet<>(module.blocks("variable").keySet())));
    }
  }

  @Test
  void everyVariableIsDescribedAndTypedAndThoseOfPeopleAreValidated() {
    for (Hcl module : Hcl.modules()) {
      boolean root = module.directory().equals(CloudFiles.TERRAFORM);
      module
          .blocks("variable")
          .forEach(
              (name, body) -> {
                assertThat(name, body, containsString("  description = \""));
                assertThat(name, body, containsString("  type "));
                assertThat(name, body.contains("  validation {"), is(root));
              });
    }
  }

  @Test
  void everyLocalIsUsed() {
    for (Hcl module : Hcl.modules()) {
      assertThat(module.directory().toString(), module.uses("local"), is(module.locals()));
    }
  }

  @Test
  void everyModuleIsUsedWithExactlyItsVariables() {
    Map<String, String> uses = Hcl.root().blocks("module");
    Set<String> directories =
        Hcl.modules().stream()
            .map(Hcl::directory)
            .filter(d -> !d.equals(CloudFiles.TERRAFORM))
            .map(d -> d.getFileName().toString())
            .collect(Collectors.toSet());
    assertThat(uses.keySet(), is(directories));
    uses.forEach(
        (name, body) -> {
          Set<String> given =
              Pattern.compile("(?m)^  (\\w+) +=")
                  .matcher(body)
                  .results()
                  .map(m -> m.group(1))
                  .filter(n -> !Set.of("source", "count", "depends_on").contains(n))
                  .collect(Collectors.toSet());
          assertThat(name, given, is(Hcl.module(name).blocks("variable").keySet()));
        });
  }

  @Test
  void everyOutputOfAModuleIsUsedByTheRoot() {
    String root = Hcl.root().text().replace("[*]", "");
    for (String module : Hcl.root().blocks("module").keySet()) {
      for (String output : Hcl.module(module).blocks("output").keySet()) {
        assertThat(root, containsString("module." + module + "." + output));
      }
    }
  }

  @Test
  void everyTableIsAContractAndEveryContractATable() throws IOException {
    Path schemas = CloudFiles.ROOT.resolve("bigquery/schemas");
    JsonNode tables = JSON.readTree(schemas.resolve("tables.json").toFile());
    Set<String> applied = new TreeSet<>();
    Set<String> datasets = new TreeSet<>();
    for (JsonNode table : tables) {
      applied.add(table.get("dataset").asText() + "." + table.get("table").asText());
      datasets.add(table.get("dataset").asText());
      assertThat(Files.exists(schemas.resolve(table.get("schema").asText())), is(true));
    }
    Hcl bigquery = Hcl.module("bigquery");

    Set<String> contracts =
        Contracts.all().stream().map(TableSpec::id).collect(Collectors.toCollection(TreeSet::new));
    assertThat(applied, is(contracts));
    assertThat(
        "tables are made from tables.json alone",
        bigquery.names("(?m)^  table_id += (.*)$"),
        is(Set.of("each.value.table", "split(\".\", each.key)[1]")));
    assertThat(bigquery.names("(?m)^    (raw|marts|scores|monitoring) +="), is(datasets));
  }

  @Test
  void everyStageHasAJobAnAccountAndWhatTheWorkflowCallsIt() {
    Hcl root = Hcl.root();
    Set<String> jobs = keys(root.blocks("variable").get("jobs"));
    Set<String> dataflow = keys(root.blocks("variable").get("dataflow"));
    Set<String> stages = optionsByStage().keySet();

    assertThat(jobs, is(new TreeSet<>(stages)));
    stages.forEach(CloudFiles::stage);
    assertThat(dataflow, is(new TreeSet<>(CloudFiles.DATAFLOW_STAGES)));
    assertThat(Hcl.module("jobs").text(), containsString("\"growthline-${each.key}\""));
    assertThat(
        Hcl.module("identity").names("(?m)^    (\\w+) = \\{$"),
        is(union(stages, Set.of("api", "nightly", "scheduler", "stream"))));
  }

  /** Ingest stops when a file of its ledger is gone: see {@code LandingState}. */
  @Test
  void nothingDeletesLandingFilesThatIngestCountsOn() {
    assertThat(bucket("landing", "expire"), is("0"));
    assertThat(
        "only buckets that expire have such a rule",
        Hcl.module("storage").text(),
        containsString("for_each = each.value.expire > 0 ? [each.value.expire] : []"));
  }

  /** The runbook has people put a mended mapping or file in the place of the old one. */
  @Test
  void landingFilesCanBeReplacedAndTheEarlierVersionCanBeHadBack() {
    String storage = Hcl.module("storage").text();

    assertThat(bucket("landing", "versions"), is("var.retention_days"));
    assertThat(storage, not(containsString("retention_policy")));
    assertThat(storage, containsString("days_since_noncurrent_time = lifecycle_rule.value"));
  }

  /** A worker that starts late fetches code that the first job of that code has uploaded. */
  @Test
  void onlyFilesOfRunsExpireAndCodeOfJobsIsNoneOfThem() {
    assertThat(Hcl.module("storage").names("matches_prefix += (.*)"), is(Set.of("[\"runs/\"]")));
    String workflow = CloudFiles.nightly().toString();

    assertThat(workflow, containsString("tempLocation=${temporary + \"/runs/\" + run_id}"));
    assertThat(workflow, containsString("stagingLocation=${temporary + \"/dataflow\"}"));
  }

  private static String bucket(String purpose, String setting) {
    Matcher bucket =
        Pattern.compile("(?m)^    " + purpose + " += \\{.*" + setting + " = ([^, ]+)")
            .matcher(Hcl.module("storage").text());
    assertThat(purpose, bucket.find(), is(true));
    return bucket.group(1);
  }

  @Test
  void theStreamingJobIsGivenWhatItsTemplateTakesAndMissesNothing() {
    String job = Hcl.module("dataflow").blocks("resource").get("stream");
    Map<String, String> given =
        Pattern.compile("(?m)^    (\\w+) += (.*)$")
            .matcher(job.substring(job.indexOf("  parameters = {")))
            .results()
            .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
    List<TemplateMetadata.Parameter> parameters =
        TemplateMetadata.of(TemplateMetadata.STREAM).parameters();

    assertThat(
        given.keySet(),
        everyItem(is(in(parameters.stream().map(TemplateMetadata.Parameter::name).toList()))));
    parameters.stream()
        .filter(p -> !p.isOptional())
        .forEach(p -> assertThat(given, hasKey(p.name())));
    parameters.stream()
        .filter(p -> Set.of("stage", "step", "streaming").contains(p.name()))
        .forEach(
            p ->
                assertThat(
                    given.get(p.name()).replace("\"", ""), matchesPattern(p.regexes().get(0))));
  }

  @Test
  void theSettingsHaveTheFormThatTheSimulatedRunUses() throws IOException {
    String type = Hcl.module("orchestration").blocks("variable").get("settings");
    Set<String> declared =
        Pattern.compile("(?m)^    (\\w+) +=")
            .matcher(type)
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> simulated = new TreeSet<>();
    JSON.readTree(NightlyRunTest.settings()).fieldNames().forEachRemaining(simulated::add);

    assertThat(simulated, is(declared));
  }

  @Test
  void theExamplesSetVariablesThatExist() {
    Set<String> variables = Hcl.root().blocks("variable").keySet();
    for (Path example : CloudFiles.files(CloudFiles.TERRAFORM, ".tfvars.example")) {
      Set<String> set =
          Pattern.compile("(?m)^(?:# )?([a-z_]+) += ")
              .matcher(CloudFiles.text(example))
              .results()
              .map(m -> m.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(example.toString(), set, everyItem(is(in(variables))));
      assertThat(set, not(empty()));
    }
  }

  @Test
  void everyAlertIsExplainedInTheRunbookAndCountsAnEventThatIsLogged() {
    Hcl observability = Hcl.module("observability");
    String runbook = CloudFiles.text(CloudFiles.ROOT.resolve("docs/runbook.md"));
    for (String title : observability.names("(?m) title +?= \"(.*?)\"(?:$|, severity)")) {
      assertThat(runbook, containsString("\n### " + title + "\n"));
    }
    String workflow =
        CloudFiles.text(CloudFiles.TERRAFORM.resolve("modules/orchestration/nightly.yaml"));
    Set<String> events = observability.names("(?m)^    (\\w+) +?= \"(?:Runs|Attempts)");
    events.forEach(event -> assertThat(workflow, containsString("event: " + event + "\n")));
    assertThat(
        observability.names("(?m)^    (\\w+) += \\{(?: title|\n      title.*\n      window)"),
        is(events));
  }

  /** A counter that is written once a night has one sample, and one sample has no increase. */
  @Test
  void noAlertWaitsForTheIncreaseOfAnEvent() {
    String increase = "increase\\(logging_googleapis_com:(\\w+)";

    assertThat(Hcl.module("observability").names(increase), is(empty()));
    assertThat(
        new Hcl(Path.of(""), "increase(logging_googleapis_com:user_released[10m])").names(increase),
        is(Set.of("user_released")));
  }

  @Test
  void filesAreFormatted() throws Exception {
    boolean present =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(d -> Files.isExecutable(Path.of(d, "terraform")));
    assumeTrue(present, "SKIPPED: terraform is not on the PATH, so its format was not checked");
    Process format =
        new ProcessBuilder("terraform", "fmt", "-check", "-recursive", "-list=true")
            .directory(CloudFiles.TERRAFORM.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String unformatted = new String(format.getInputStream().readAllBytes());
    assertThat(format.waitFor(60, TimeUnit.SECONDS), is(true));

    assertThat(unformatted, is(""));
  }

  private static Map<String, Object> optionsByStage() {
    Object prepare =
        Workflow.list(Workflow.map(CloudFiles.nightly().get("stage_with_retries")).get("steps"))
            .get(0);
    return Workflow.list(Workflow.map(Workflow.map(prepare).get("options_of_stages")).get("assign"))
        .stream()
        .map(Workflow::map)
        .filter(assignment -> assignment.containsKey("options_by_stage"))
        .map(assignment -> Workflow.map(assignment.get("options_by_stage")))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> keys(String variable) {
    return Pattern.compile("(?m)^    (\\w+) += \\{ ")
        .matcher(variable)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
