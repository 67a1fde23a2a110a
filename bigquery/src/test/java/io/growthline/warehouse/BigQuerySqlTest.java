package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryException;
import com.google.cloud.bigquery.QueryJobConfiguration;
import io.growthline.warehouse.SqlWarehouse.SqlWarehouseException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BigQuerySqlTest {
  private final List<QueryJobConfiguration> asked = new ArrayList<>();

  /** A client that notes what it is asked and answers with an error. */
  private final BigQuery client =
      (BigQuery)
          Proxy.newProxyInstance(
              BigQuery.class.getClassLoader(),
              new Class<?>[] {BigQuery.class},
              (proxy, method, arguments) -> {
                asked.add((QueryJobConfiguration) arguments[0]);
                throw new BigQueryException(400, "Unrecognized name:\n  x");
              });

  private final BigQuerySql sql = new BigQuerySql(client, 1_000);

  @Test
  void aStatementCarriesItsLimitAndItsParameters() {
    String statement = "SELECT * FROM marts.dim_date WHERE date >= @day AND 'a@b' <> @name";
    assertThrows(
        SqlWarehouseException.class,
        () -> sql.query(statement, Map.of("day", LocalDate.of(2025, 1, 1), "name", "x")));

    QueryJobConfiguration query = asked.get(0);
    assertThat(query.getQuery(), is(statement));
    assertThat(query.getMaximumBytesBilled(), is(1_000L));
    assertThat(query.useLegacySql(), is(false));
    assertThat(query.getNamedParameters().get("day").getValue(), is("2025-01-01"));
    assertThat(query.getNamedParameters().get("name").getValue(), is("x"));
  }

  @Test
  void anErrorIsOneLine() {
    assertThat(
        assertThrows(SqlWarehouseException.class, () -> sql.query("SELECT x", Map.of()))
            .getMessage(),
        is("Unrecognized name: x"));
  }

  @Test
  void whatIsNotASelectNeverReachesBigQuery() {
    assertThrows(
        SqlWarehouseException.class, () -> sql.query("DELETE FROM marts.dim_date", Map.of()));
    assertThat(asked, is(List.of()));
  }
}
