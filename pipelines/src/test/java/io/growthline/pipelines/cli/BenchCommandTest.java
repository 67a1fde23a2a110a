package io.growthline.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.pipelines.bench.BenchRequest;
import io.growthline.pipelines.bench.Launcher;
import io.growthline.pipelines.bench.ProcessUsage;
import io.growthline.pipelines.run.Stage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole benchmark, with command lines that run in this process because that is faster. */
class BenchCommandTest {
  @TempDir Path directory;

  @Test
  void tablesOfIngestAndMartsAreThoseOfSqlAndTheReportHasThem() throws Exception {
    StringWriter out = new StringWriter();
    int code =
        BenchCommand.execute(
            request(List.of(Stage.INGEST, Stage.MARTS)), this::inThisProcess, new PrintWriter(out));

    assertThat(out.toString(), code, is(0));
    assertThat(
        Files.readString(directory.resolve("report.md")),
        containsString("41 of 41 tables are equal"));
    JsonNode size =
        new ObjectMapper().readTree(directory.resolve("report.json").toFile()).at("/sizes/0");
    assertThat(size.at("/customers").asInt(), is(20));
    assertThat(size.at("/stages/ingest/0/shuffled_bytes").asLong(), not(is(0L)));
    assertThat(size.at("/nothing_new/0/rows").asLong(), is(0L));
    assertThat(size.at("/reference/marts/0/rows").asLong(), is(rows(size, "marts.")));
  }

  @Test
  void aCommandThatFailsIsInTheReportWithItsLastWords() throws Exception {
    StringWriter out = new StringWriter();
    Launcher failing =
        (arguments, output) -> {
          write(output, "Generating\nThe disk is full.\n");
          return new ProcessUsage(1, 2.4, null, null, null, null);
        };
    int code = BenchCommand.execute(request(List.of(Stage.MARTS)), failing, new PrintWriter(out));

    assertThat(code, is(1));
    assertThat(
        Files.readString(directory.resolve("report.md")),
        containsString("ended after 2 s with exit code 1 (The disk is full.). See " + directory));
    assertThat(out.toString(), containsString("20 customers: 'growthline generate"));
  }

  private BenchRequest request(List<Stage> stages) {
    return new BenchRequest(directory, 20, 3, 42, 0, List.of(1), stages, 1, true);
  }

  private ProcessUsage inThisProcess(List<String> arguments, Path output) {
    long start = System.nanoTime();
    Cli cli = Cli.run(arguments.toArray(new String[0]));
    write(output, cli.out() + cli.err());
    return new ProcessUsage(cli.code(), (System.nanoTime() - start) / 1e9, null, null, null, null);
  }

  private static void write(Path output, String text) {
    try {
      Files.createDirectories(output.getParent());
      Files.writeString(output, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long rows(JsonNode size, String dataset) {
    long rows = 0;
    for (JsonNode comparison : size.at("/comparisons")) {
      if (comparison.get("table").asText().startsWith(dataset)) {
        rows += comparison.get("rows").asLong();
      }
    }
    return rows;
  }
}
