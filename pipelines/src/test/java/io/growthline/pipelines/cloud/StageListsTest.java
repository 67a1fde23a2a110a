package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.growthline.pipelines.run.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terraform and the workflow spell the stages out; both must say what {@link Stage} says. */
class StageListsTest {
  private static final Path VARIABLES = CloudFiles.TERRAFORM.resolve("variables.tf");
  private static final Path NIGHTLY =
      CloudFiles.TERRAFORM.resolve("modules/orchestration/nightly.yaml");

  @Test
  void terraformAndTheWorkflowListTheStagesThatThereAre() {
    assertThat(disagreements(CloudFiles.text(VARIABLES), CloudFiles.text(NIGHTLY)), is(empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "toset([\"ingest\", \"marts\", \"score\", \"price\", \"decide\"]) | toset([\"ingest\", \"marts\", \"score\"]) | var.dataflow",
        "    release = { cpu                              | #   release = { cpu                       | default of jobs",
        "\"record\", \"release\"]                         | \"record\"]                              | var.jobs",
        "[ingest, marts, train, score, price, decide, monitor] | [ingest, marts, train, score, price, decide] | all_stages",
      })
  void aListThatMissesAStageIsFound(String lines, String doctored, String list) {
    String variables = CloudFiles.text(VARIABLES).replace(lines, doctored);
    String nightly = CloudFiles.text(NIGHTLY).replace(lines, doctored);

    assertThat(disagreements(variables, nightly), contains(startsWith(list)));
  }

  private static List<String> disagreements(String variables, String nightly) {
    List<String> found = new ArrayList<>();
    compare(
        "var.dataflow",
        quoted(variables, "keys\\(var.dataflow\\)\\) == toset"),
        Stage::isTemplate,
        found);
    compare("var.jobs", quoted(variables, "keys\\(var.jobs\\)\\) == toset"), stage -> true, found);
    compare("default of dataflow", defaults(variables, "dataflow"), Stage::isTemplate, found);
    compare("default of jobs", defaults(variables, "jobs"), stage -> true, found);
    compare(
        "all_stages", words(first(nightly, "all_stages: \\[([^\\]]*)\\]")), Stage::isLocal, found);
    return found;
  }

  private static void compare(
      String list, List<String> said, Predicate<Stage> wanted, List<String> found) {
    List<String> stages =
        Arrays.stream(Stage.values()).filter(wanted).map(Stage::id).sorted().toList();
    if (!said.stream().sorted().toList().equals(stages)) {
      found.add(list + " lists " + said + ", but the stages are " + stages);
    }
  }

  private static List<String> quoted(String text, String before) {
    return words(first(text, before + "\\(\\[([^\\]]*)\\]").replace("\"", ""));
  }

  private static List<String> defaults(String text, String variable) {
    String block = text.substring(text.indexOf("variable \"" + variable + "\""));
    String body = block.substring(block.indexOf("default = {"), block.indexOf("\n  }\n"));
    return Pattern.compile("(?m)^    (\\w+) += \\{")
        .matcher(body)
        .results()
        .map((MatchResult line) -> line.group(1))
        .collect(Collectors.toList());
  }

  private static List<String> words(String list) {
    return List.of(list.split(", *", -1));
  }

  private static String first(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .findFirst()
        .map(match -> match.group(1))
        .orElse("");
  }
}
