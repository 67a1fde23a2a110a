package io.growthline.googlesql;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.ColumnType;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GoogleSqlTest {
  private static final GoogleSql GOOGLE_SQL = GoogleSql.ofContracts();

  @Test
  void aStatementOnOurTablesIsAccepted() {
    GOOGLE_SQL.check(
        "SELECT customer_id, COUNT(*) FROM raw.transactions"
            + " WHERE occurred_at >= @since GROUP BY 1",
        Map.of("since", ColumnType.TIMESTAMP));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1                                       | SELECT",
        "WITH one AS (SELECT 1 AS n) SELECT n FROM one; | SELECT",
        "DELETE FROM marts.dim_date WHERE TRUE          | DELETE",
        "ALTER TABLE marts.dim_date SET OPTIONS ()      | ALTER_TABLE",
        "SELECT 1; SELECT 2                             | SCRIPT",
      })
  void aTextHasTheTypeThatBigQueryGivesIt(String text, String type) {
    assertThat(GOOGLE_SQL.statementType(text, Map.of()), is(type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1 AS rows                               | keyword ROWS",
        "SELECT nothing FROM raw.transactions           | Unrecognized name: nothing",
        "SELECT * FROM raw.nowhere                      | Table not found: raw.nowhere",
        "SELECT ABS('x') FROM raw.transactions           | No matching signature",
        "SELECT @unknown                                | Query parameter 'unknown' not found",
        "SELECT list(customer_id) FROM raw.transactions | Function not found: list",
      })
  void whatBigQueryWouldRefuseIsRefused(String statement, String why) {
    GoogleSql.RefusedException e =
        assertThrows(GoogleSql.RefusedException.class, () -> GOOGLE_SQL.check(statement, Map.of()));
    assertThat(e.getMessage(), containsString(why));
  }
}
