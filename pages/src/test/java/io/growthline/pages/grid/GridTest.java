package io.growthline.pages.grid;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.growthline.domain.money.Money;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.pages.Format;
import io.growthline.pages.Source;
import io.growthline.pages.Tables;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.Row;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same rules hold for rows of a statement and for rows at hand. */
class GridTest {
  private static final String NUMBERED =
      "SELECT 'n' || i AS name, i AS size, CASE WHEN i % 3 = 0 THEN 'left_over' ELSE 'taken' END AS"
          + " kind FROM range(1, 31) t(i)";

  @TempDir static Path directory;
  private static SqlWarehouse warehouse;

  @BeforeAll
  static void open() {
    warehouse = DuckDbSql.live(directory);
  }

  @AfterAll
  static void close() {
    warehouse.close();
  }

  static Stream<Rows> rows() {
    SqlRows sql = new SqlRows(NUMBERED, "size", Map.of());
    return Stream.of(
        sql,
        new ListedRows(sql.read(source(), GridState.ALL, List.of(), Integer.MAX_VALUE).rows()));
  }

  private static Grid grid(Rows rows) {
    return Grid.of(
            "things",
            "Things",
            rows,
            List.of(
                Column.of("name", "Name", Format.TEXT),
                Column.of("size", "Size", Format.COUNT),
                Column.of("kind", "Kind", Format.STATUS)))
        .filteredBy(new Filter("kind", "Kind", List.of("taken", "left_over")))
        .inPagesOf(10);
  }

  /** Names in the order shown. */
  private static List<String> shown(Rows rows, String... query) {
    return Stream.of(grid(rows).html(source(query)).split("<th scope=\"row\">", -1))
        .filter(cell -> cell.matches("(?s)n\\d+</th>.*"))
        .map(cell -> cell.substring(0, cell.indexOf('<')))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aPageHoldsSoManyRowsAndTheNextTheRest(Rows rows) {
    assertThat(shown(rows).size(), is(10));
    assertThat(shown(rows, "things.page", "3").get(9), is("n30"));
    assertThat(grid(rows).html(source()), containsString("1 to 10 of 30 rows"));
    assertThat(grid(rows).html(source()), containsString("href=\"?things.page=2\""));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theSearchLooksAtWordsInAnyCase(Rows rows) {
    assertThat(shown(rows, "things.q", "N30"), contains("n30"));
    assertThat(shown(rows, "things.q", "left over").get(0), is("n3"));
    assertThat(grid(rows).html(source("things.q", "none")), containsString("Nothing matches."));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aColumnSortsBothWays(Rows rows) {
    assertThat(shown(rows, "things.sort", "-size").get(0), is("n30"));
    assertThat(shown(rows, "things.sort", "size").get(0), is("n1"));
    assertThat(
        grid(rows).html(source("things.sort", "-size")),
        containsString("aria-sort=\"descending\""));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aFilterKeepsRowsOfOneValue(Rows rows) {
    assertThat(grid(rows).html(source("things.kind", "left_over")), containsString("10 rows"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatDoesNotFitTheGridIsIgnored(Rows rows) {
    List<String> usual = shown(rows);
    assertThat(shown(rows, "things.sort", "size; DROP TABLE x"), is(usual));
    assertThat(shown(rows, "things.page", "-7"), is(usual));
    assertThat(shown(rows, "things.page", "many"), is(usual));
    assertThat(shown(rows, "things.page", "999"), is(usual));
    assertThat(shown(rows, "things.kind", "' OR 1 = 1 --"), is(usual));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theSearchIsAValueAndNeverPartOfTheStatement(Rows rows) {
    assertThat(shown(rows, "things.q", "' OR '1' = '1").isEmpty(), is(true));
    assertThat(grid(rows).html(source("things.q", "\"><script>")), not(containsString("<script>")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void linksKeepWhatElseTheAddressHolds(Rows rows) {
    String html = grid(rows).html(source("other.page", "4", "things.q", "n"));
    assertThat(
        html,
        allOf(
            containsString("href=\"?other.page=4&amp;things.page=2&amp;things.q=n\""),
            containsString("<input type=\"hidden\" name=\"other.page\" value=\"4\">")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theExportHoldsAllMatchingRowsWithRawValues(Rows rows) {
    String csv = grid(rows).csv(source("things.kind", "left_over", "things.page", "2"));
    assertThat(csv, startsWith("name,size,kind\r\nn3,3,left_over\r\n"));
    assertThat(csv.lines().count(), is(11L));
  }

  @Test
  void aTextThatASpreadsheetWouldRunIsPlainInTheExport() {
    Row row = new Row(List.of("a", "b", "c"), List.of("=1+1", -5L, "x,\"y\"\nz"));
    assertThat(Csv.of(List.of(row)), is("a,b,c\r\n'=1+1,-5,\"x,\"\"y\"\"\nz\"\r\n"));
    assertThat(
        Csv.of(List.of(new Row(List.of("a"), List.of("=1\n+2")))), is("a\r\n\"'=1\n+2\"\r\n"));
  }

  private static Source source(String... query) {
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      parameters.put(query[i], query[i + 1]);
    }
    return new Source(new Queries(), Map.of(), parameters);
  }

  private static final class Queries implements Tables {
    @Override
    public List<Row> query(String sql, Map<String, ?> parameters) {
      SqlWarehouse.QueryResult result = warehouse.query(sql, parameters);
      return result.rows().stream().map(values -> new Row(result.columns(), values)).toList();
    }

    @Override
    public LocalDate asOf() {
      return LocalDate.EPOCH;
    }

    @Override
    public Instant publishedAt() {
      return Instant.EPOCH;
    }

    @Override
    public Money money() {
      return Money.UNKNOWN;
    }

    @Override
    public ModelRegistry registry() {
      throw new UnsupportedOperationException("A grid asks for rows alone");
    }
  }
}
