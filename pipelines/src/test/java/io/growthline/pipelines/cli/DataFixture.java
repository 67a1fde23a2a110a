package io.growthline.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.domain.contract.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A data directory, and all that is published in it. */
record DataFixture(Path root) {
  /** Synthetic landing files: enough of them for models to be trained. */
  static DataFixture generated(Path root) {
    ok("generate", "--customers=130", "--months=6", "--faults=standard", "--data=" + root);
    return new DataFixture(root);
  }

  /** A landing file of sessions, which have numbers and compress badly. */
  DataFixture sessions(String file, int from, int to) {
    List<String> lines =
        IntStream.range(from, to)
            .mapToObj(i -> UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)}))
            .map(
                id ->
                    """
                    {"event_id":"%1$s","idempotency_key":"%1$s","customer_id":"%1$s",\
                    "occurred_at":"2026-01-05T09:00:00Z","ingested_at":"2026-01-05T09:00:03Z",\
                    "schema_version":1,"source":"app","session_id":"s","duration_s":1,\
                    "screens":3,"crashed":false}"""
                        .formatted(id))
            .toList();
    try {
      Files.write(Files.createDirectories(landing().resolve("sessions")).resolve(file), lines);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String option() {
    return "--data=" + root;
  }

  Path landing() {
    return root.resolve("landing");
  }

  Path warehouse() {
    return root.resolve("warehouse");
  }

  /** Runs stages to their end in this process. */
  DataFixture run(String stages) {
    Cli cli = Cli.run("run", "--stages=" + stages, option());
    // A blocked gate is a verdict on the data, not a failure of the run.
    assertThat(cli.out() + cli.err(), cli.code(), not(is(1)));
    assertThat(cli.out() + cli.err(), cli.code(), not(is(2)));
    return this;
  }

  /** A copy of everything. */
  DataFixture copy(Path target) {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(root.relativize(file).toString());
        if (Files.isSymbolicLink(file)) {
          Files.createSymbolicLink(copy, Files.readSymbolicLink(file));
        } else {
          Files.copy(file, copy);
        }
      }
      return new DataFixture(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The number of rows of every published table and the sum of their hashes, which say whether two
   * tables hold the same rows; without the audit of runs, and without the run and time of a
   * rejection, a file, a group of customers or a figure.
   */
  Map<String, String> tables() {
    String sql =
        Contracts.all().stream()
            .filter(table -> !table.id().equals("monitoring.run_manifests"))
            .map(
                table ->
                    "select '%1$s', count(*), sum(hash(t))::varchar from (select %2$s from %1$s) t"
                        .formatted(table.id(), columns(table.id())))
            .collect(Collectors.joining(" union all "));
    Map<String, String> tables = new TreeMap<>();
    query(sql)
        .lines()
        .skip(1)
        .forEach(line -> tables.put(line.substring(0, line.indexOf(',')), line));
    return tables;
  }

  private static String columns(String table) {
    return switch (table) {
      case "monitoring.dead_letters" -> "* exclude (run_id, first_seen_at)";
      case "monitoring.landing_files" -> "* exclude (run_id, ingested_at, changed_at)";
      case "monitoring.customer_groups" -> "* exclude (changed_by)";
      case "monitoring.kpi_publications" -> "* exclude (run_id)";
      case "monitoring.mart_groups" -> "* exclude (built_from)";
      default -> "*";
    };
  }

  String query(String sql) {
    return ok("query", option(), "--format=csv", sql).out();
  }

  /** Asserts that the tables are these and that every account of the last run balances. */
  void assertTables(Map<String, String> expected) {
    Map<String, String> tables = tables();
    List<String> different =
        expected.keySet().stream()
            .filter(table -> !tables.get(table).equals(expected.get(table)))
            .toList();
    assertThat("tables that differ", different, is(List.of()));
    status()
        .get("sources")
        .forEach(source -> assertThat(source + "", source.get("balanced").asBoolean()));
  }

  private JsonNode status() {
    try {
      return new ObjectMapper().readTree(ok("status", "--json", option()).out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cli ok(String... arguments) {
    Cli cli = Cli.run(arguments);
    assertThat(String.join(" ", arguments) + "\n" + cli.out() + cli.err(), cli.code(), is(0));
    return cli;
  }
}
