package io.growthline.cloudrun.data;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.Row;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept in memory answers as the database does. */
class KeyedRowsTest {
  private static final String COLUMNS =
      "SELECT CASE WHEN i % 7 = 0 THEN 'ü' ELSE 'k' END || (i // 3) AS key, i AS n,"
          + " CASE WHEN i % 5 = 0 THEN NULL ELSE i / 7.0 END AS share, i % 2 = 0 AS flag,"
          + " DATE '2026-01-01' + i::INT AS day, CASE WHEN i % 4 = 0 THEN NULL"
          + " ELSE 'text ' || (i % 11) END AS text, -i * 1000000007 AS large"
          + " FROM range(20000) t(i)";

  @TempDir Path warehouse;
  private DuckDbSql sql;

  @BeforeEach
  void open() {
    sql = DuckDbSql.live(warehouse);
  }

  @AfterEach
  void close() {
    sql.close();
  }

  @Test
  void everyKeyHasTheRowsThatTheDatabaseHas() {
    KeyedRows rows = KeyedRows.load(sql, COLUMNS + " ORDER BY key, n");
    SqlWarehouse.QueryResult all = sql.query(COLUMNS + " ORDER BY key, n", Map.of());

    int at = 0;
    while (at < all.rows().size()) {
      String key = (String) all.rows().get(at).get(0);
      for (Row row : rows.find(key)) {
        assertThat(row.values(), is(all.rows().get(at).subList(1, all.columns().size())));
        assertThat(all.rows().get(at).get(0), is(key));
        at++;
      }
    }
    assertThat(rows.find("k0").get(0).columns().get(0), is("n"));
  }

  @Test
  void anUnknownKeyHasNoRows() {
    KeyedRows rows = KeyedRows.load(sql, COLUMNS + " ORDER BY key, n");

    assertThat(rows.find("nobody"), is(empty()));
    assertThat(rows.find(""), is(empty()));
  }

  @Test
  void rowsOfAKeyThatDoNotFollowEachOtherAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            KeyedRows.load(
                sql, "SELECT k AS key, 1 AS n FROM (VALUES ('a'), ('b'), ('a')) AS t(k)"));
  }

  @Test
  void aRowTakesFewBytes() {
    KeyedRows rows = KeyedRows.load(sql, COLUMNS + " ORDER BY key, n");

    assertThat("bytes a row: " + rows.bytes() / 20_000, rows.bytes() / 20_000 < 40, is(true));
    assertThat(rows.find("k0"), is(List.copyOf(rows.find("k0"))));
  }
}
