package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.warehouse.SqlWarehouse.QueryResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What queries and views for analysts say of themselves, and what they give for a few customers.
 */
class AnalystQueriesTest {
  private static final String REGENERATE =
      "./mvnw -q -pl bigquery -am test -Dtest=AnalystQueriesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dgrowthline.regenerate=true";
  private static final boolean REGENERATING = Boolean.getBoolean("growthline.regenerate");
  private static final Path BANK = Path.of("../pipelines/src/test/resources/golden/bank/expected");
  private static final Path FILES = Path.of("src/test/resources/analysts");
  private static final Path EXPECTED = FILES.resolve("expected");
  private static final Path LIST = Path.of("../docs/queries.md");
  private static final Pattern MEANING = Pattern.compile("-- (\\w+): \\S.*");

  @TempDir static Path warehouse;
  private static DuckDbSql sql;

  @BeforeAll
  static void publishTheBank() throws Exception {
    for (Path folder : List.of(BANK, FILES.resolve("tables"))) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          String table = file.getFileName().toString().replaceFirst("\\.csv$", "");
          LocalTables.csv(warehouse, Contracts.find(table).orElseThrow(), file);
        }
      }
    }
    sql = DuckDbSql.live(warehouse);
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  static List<QueryFile> queries() {
    return QueryFile.all();
  }

  static Set<String> views() throws IOException {
    return ViewFiles.queries().keySet();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyQueryGivesTheExpectedRows(QueryFile query) throws IOException {
    List<String> lines = lines(sql.query(query.text(), query.parameters()));
    Path file = EXPECTED.resolve(query.name() + ".csv");
    if (REGENERATING) {
      Files.createDirectories(EXPECTED);
      Files.write(file, lines);
    }
    assertThat("a result without rows shows nothing", lines.size(), is(greaterThan(1)));
    assertThat(
        file + " differs; if that is meant, run\n  " + REGENERATE + "\nand check what git shows",
        lines,
        is(Files.readAllLines(file)));
  }

  @Test
  void noResultIsLeftOverFromAQueryThatIsGone() throws IOException {
    try (Stream<Path> files = Files.list(EXPECTED)) {
      assertThat(
          files.map(f -> f.getFileName().toString().replace(".csv", "")).collect(sorted()),
          is(queries().stream().map(QueryFile::name).collect(sorted())));
    }
  }

  @Test
  void theListOfQueriesIsComplete() throws IOException {
    String list = list();
    if (REGENERATING) {
      Files.writeString(LIST, list);
    }
    assertThat(LIST + " differs; run\n  " + REGENERATE, Files.readString(LIST), is(list));
  }

  /** A join that repeats rows, or a filter that loses some, would make sums of a view wrong. */
  @Test
  void viewsKeepTheRowsOfTheirTable() throws IOException {
    Map<String, String> tables =
        Map.of(
            "marts.transactions", "marts.fct_transactions",
            "marts.customers", "marts.customer_360_profile",
            "marts.customer_360", "marts.customer_360_profile",
            "marts.subscription_changes", "raw.subscriptions",
            "marts.monthly_engagement", "marts.customer_month_features");
    for (Map.Entry<String, String> view : tables.entrySet()) {
      String rows = "(" + ViewFiles.queries().get(view.getKey()) + ") AS v";
      assertThat(view.getKey(), count(rows), is(count(view.getValue())));
    }
  }

  @ParameterizedTest
  @MethodSource("views")
  void noViewIdentifiesAPerson(String view) throws IOException {
    String text = ViewFiles.queries().get(view);
    Set<String> personal =
        Contracts.all().stream()
            .flatMap(table -> table.columns().stream())
            .filter(ColumnSpec::pii)
            .map(ColumnSpec::name)
            .collect(sorted());
    Set<String> named = new TreeSet<>(sql.query(text, Map.of()).columns());
    named.addAll(List.of(withoutComments(text).split("\\W+")));
    named.retainAll(personal);

    assertThat(named, is(Set.of()));
  }

  @ParameterizedTest
  @MethodSource("views")
  void aViewThatDescribesItsColumnsDescribesAll(String view) throws IOException {
    String text = ViewFiles.queries().get(view);
    List<String> described =
        text.lines()
            .skip(1)
            .map(MEANING::matcher)
            .filter(java.util.regex.Matcher::matches)
            .map(meaning -> meaning.group(1))
            .toList();
    if (!text.contains(".*")) {
      assertThat(described, is(sql.query(text, Map.of()).columns()));
    }
  }

  @Test
  void aQueryThatDoesNotSayWhatItIsIsRefused() {
    String sound =
        """
        -- Question: How many?
        -- For: data
        -- Parameters: @since DATE '2026-01-01'
        -- Partition filter: raw.sessions.occurred_at
        -- Bytes budget: 1 GiB
        SELECT COUNT(*) FROM raw.sessions
        WHERE occurred_at >= CAST(@since AS TIMESTAMP)
        """;
    assertThat(QueryFile.of("sound", sound).budget(), is(1));

    refused(sound.replace("-- For: data\n", ""), "header");
    refused(sound.replace("-- For: data", "-- For: anybody"), "header");
    refused(sound.replace("?", "."), "question");
    refused(sound.replace("1 GiB", "100 GiB"), "budget");
    refused(sound.replace("@since D", "@until D"), "uses [since]");
    refused(sound.replace("occurred_at >= CAST", "ingested_at >= CAST"), "reads all days");
    refused(sound.replace("raw.sessions.occurred_at", "none"), "its header says []");
  }

  private static void refused(String text, String because) {
    assertThat(
        assertThrows(IllegalArgumentException.class, () -> QueryFile.of("x", text)).getMessage(),
        containsString(because));
  }

  private static Object count(String rows) {
    return sql.query("SELECT COUNT(*) AS n FROM " + rows, Map.of()).rows().get(0).get(0);
  }

  private static List<String> lines(QueryResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", result.columns()));
    for (List<Object> row : result.rows()) {
      lines.add(row.stream().map(AnalystQueriesTest::cell).collect(Collectors.joining(",")));
    }
    return lines;
  }

  private static String cell(Object value) {
    String text = value == null ? "" : value.toString();
    return text.matches("(?s).*[\",\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String list() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # Queries and views for analysts

            Generated from the headers of the files; do not edit. Every query runs on BigQuery and on the local warehouse with the
            same result: `./growthline query --file bigquery/queries/NAME.sql`, with `--param name=value` for each parameter. A query
            of a table that grows by the day asks for the days that it reads.

            """);
    for (String audience : List.of("growth", "finance", "pricing", "service", "data")) {
      text.append("## For ").append(audience).append("\n\n");
      text.append("| question | file | parameters |\n|---|---|---|\n");
      for (QueryFile query : queries()) {
        if (query.audience().equals(audience)) {
          text.append(
              "| %s | [%s](../bigquery/queries/%s.sql) | %s |\n"
                  .formatted(
                      query.question(),
                      query.name(),
                      query.name(),
                      query.types().isEmpty()
                          ? "–"
                          : query.parameters().keySet().stream()
                              .map(name -> "`" + name + "` " + query.types().get(name))
                              .collect(Collectors.joining(", "))));
        }
      }
      text.append('\n');
    }
    text.append("## Views of BigQuery\n\nNone identifies a person.\n\n");
    text.append("| view | rows |\n|---|---|\n");
    for (Map.Entry<String, String> view : ViewFiles.queries().entrySet()) {
      String first = view.getValue().lines().findFirst().orElseThrow();
      text.append("| `%s` | %s |\n".formatted(view.getKey(), first.replaceFirst("^-- ", "")));
    }
    return text.toString();
  }

  private static String withoutComments(String text) {
    return text.replaceAll("--[^\\n]*", "");
  }

  private static java.util.stream.Collector<String, ?, TreeSet<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }
}
