package io.growthline.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "generate",
        "import",
        "run",
        "stream",
        "status",
        "query",
        "serve",
        "models",
        "geo",
        "bench"
      })
  void everyCommandExplainsItself(String command) {
    Cli cli = Cli.run(command, "--help");
    assertThat(cli.code(), is(0));
    assertThat(cli.out(), startsWith("Usage: growthline " + command));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                    | Name a command",
        "dmeo                                | dmeo",
        "demo --customers many               | many",
        "run --as-of yesterday               | yesterday",
        "import --source s.yaml              | --input",
        "generate --faults some              | Unknown faults 'some'",
        "generate --format xml               | Unknown format 'xml'",
        "generate --customers 0              | --customers",
        "query                               | Give one statement",
        "models                              | Name what to do",
        "geo                                 | Name what to do: design",
        "geo design                          | --metric",
        "geo design --metric m --days two    | two",
        "stream --data nowhere               | There is no",
        "bench --sizes 1,0                   | --sizes must be at least 1, not 0",
        "bench --stages ingest,mart          | Unknown stage 'mart'",
        "bench reference --stage mart --out o| Unknown stage 'mart'",
        "query --format xml select           | Unknown format 'xml'",
      })
  void wrongUsageExitsWithTwoAndOneClearLine(String line, String says) {
    Cli cli = Cli.run(line == null ? new String[0] : line.split(" "));
    assertThat(cli.code(), is(2));
    assertThat(cli.err().lines().findFirst().orElse(""), containsString(says));
    assertThat(cli.err().lines().count(), is(2L));
  }

  @Test
  void anUnknownStageIsNamedTogetherWithTheKnownOnes() {
    Cli.run("generate", "--customers", "1", "--months", "2", "--data", data.toString());
    Cli cli = Cli.run("run", "--stages", "ingest,mart", "--data", data.toString());
    assertThat(cli.code(), is(2));
    assertThat(cli.err(), containsString("Unknown stage 'mart'. Stages are ingest, marts, train"));
  }

  @Test
  void aRunWithoutALandingPlaceSaysHowToMakeOne() {
    Cli cli = Cli.run("run", "--data", data.resolve("nowhere").toString());
    assertThat(cli.code(), is(2));
    assertThat(cli.err(), containsString("growthline generate"));
  }

  @Test
  void statusAndQueryBeforeAnyRunSayWhatToDo() {
    assertThat(Cli.run("status", "--data", data.toString()).code(), is(1));
    Cli query = Cli.run("query", "--data", data.toString(), "select 1");
    assertThat(query.code(), is(1));
    assertThat(query.err(), containsString("growthline run"));
    assertThat(query.err(), not(containsString("\tat ")));
  }
}
