package io.growthline.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twelve regions over 112 days, with signups on all but Sundays of the smallest. */
class GeoDesignCommandTest {
  @TempDir static Path data;

  @BeforeAll
  static void publishRegions() throws Exception {
    Path file = Files.createDirectories(data.resolve("warehouse")).resolve("growthline.duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "CREATE SCHEMA marts",
              "CREATE SCHEMA raw",
              "CREATE TABLE marts.customer_360_profile AS SELECT DATE '2026-04-23' AS as_of",
              "CREATE TABLE marts.region_daily AS SELECT 'signups' AS metric, 'R' || r AS region,"
                  + " DATE '2026-01-01' + d::INT AS day, 20 + r + (d * d * 7 + d * r * 31) % 11 AS"
                  + " value FROM range(10, 22) t(r), range(0, 112) u(d) WHERE r > 10 OR d % 7 > 0",
              "CREATE TABLE raw.region_outcomes (metric VARCHAR, region VARCHAR, measured_on DATE,"
                  + " value DOUBLE, event_id VARCHAR, occurred_at TIMESTAMP, ingested_at TIMESTAMP)")) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void eachSetOfRegionsHasPowerAndCostAndExcludedOnesAreNotChosen() {
    Cli cli =
        design("--metric signups --days 7,14 --regions 2 --fix R15 --exclude R16 --budget 5000");

    assertThat(cli.err(), is(""));
    assertThat(cli.code(), is(0));
    List<String> lines = cli.out().lines().toList();
    assertThat(
        lines.get(0),
        allOf(containsString("power at 10%"), containsString("cost each"), containsString("adds")));
    assertThat(
        lines.get(1),
        matchesPattern(
            " +(7|14) +(none|[0-9]+%) +[0-9]+% +[0-9]+% +[0-9]+% \\([0-9]+% to [0-9]+%\\) +[0-9]+%"
                + " +[0-9,]+ +(35,000|70,000) +[0-9,]+  .*R15.*"));
    assertThat(cli.out(), not(containsString("R16")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--metric calls           | There are no outcomes of calls: name signups",
        "--metric signups --days 0 | This test cannot be designed: days must be 1 to 182, not 0.",
        "--metric signups --lift 0 | This test cannot be designed: lift must be above 0",
        "--metric signups --fix Q  | This test cannot be designed: there is no region Q; known: R10",
        "--metric signups --regions 9 | This test cannot be designed: of 12 regions, 0 of them",
        "--metric signups --budget -1 | --budget must be at least 0, not -1.",
        "--metric signups --fix R11 --exclude R11 | This test cannot be designed: R11 is both",
      })
  void whatCannotBeDesignedIsOneLine(String line, String says) {
    Cli cli = design(line);

    assertThat(cli.code(), is(2));
    assertThat(cli.err(), startsWith(says));
    assertThat(cli.err().lines().count(), is(1L));
  }

  @Test
  void withoutAPublicationItSaysHowToMakeOne(@TempDir Path nothing) {
    Cli cli = Cli.run("geo", "design", "--metric", "signups", "--data", nothing.toString());

    assertThat(cli.code(), is(1));
    assertThat(cli.err(), containsString("Run 'growthline run' first"));
  }

  private static Cli design(String words) {
    return Cli.run(
        Stream.of("geo design " + words + " --data " + data)
            .flatMap(line -> Stream.of(line.split(" ")))
            .toArray(String[]::new));
  }
}
