package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What analysts run means the same to BigQuery and to DuckDB. */
class CommonSqlTest {
  static List<QueryFile> queries() {
    return QueryFile.all();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyQueryMeansTheSameToBoth(QueryFile query) {
    assertThat(CommonSql.differences(query.text()), is(empty()));
  }

  @Test
  void everyViewMeansTheSameToBoth() throws IOException {
    for (Map.Entry<String, String> view : ViewFiles.queries().entrySet()) {
      assertThat(view.getKey(), CommonSql.differences(view.getValue()), is(empty()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a FROM t ORDER BY a",
        "SELECT a FROM t ORDER BY a NULLS LAST, b DESC",
        "SELECT LAG(a) OVER (PARTITION BY b ORDER BY a) FROM t",
        "SELECT a / b FROM t",
        "SELECT a / (b + 1) FROM t",
        "SELECT DATE_TRUNC(a, MONTH) FROM t",
        "SELECT GREATEST(a, b) FROM t",
        "SELECT day - INTERVAL 1 DAY FROM t",
        "SELECT CURRENT_DATE",
        "SELECT CAST(a AS INT64) FROM t",
        "SELECT a % 2 FROM t",
        "SELECT a FROM t\nLIMIT 5"
      })
  void whatTheyTakeDifferentlyIsFound(String sql) {
    assertThat(CommonSql.differences(sql), hasSize(1));
  }

  @Test
  void textAndCommentsAreNoSql() {
    assertThat(
        CommonSql.differences("-- CONCAT(a) ORDER BY\nSELECT 'a / b' FROM t WHERE c IN ('x')"),
        is(empty()));
  }

  @Test
  void theMessageNamesTheFunction() {
    assertThat(
        CommonSql.differences("SELECT CONCAT(a, b) FROM t"), contains("the function CONCAT"));
  }
}
