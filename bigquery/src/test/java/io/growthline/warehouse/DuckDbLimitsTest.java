package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbLimitsTest {
  private static final long MIB = 1 << 20;
  private static final String SORT =
      "SELECT count(*) FROM (SELECT md5(i::VARCHAR) AS m FROM range(600000) t(i)"
          + " ORDER BY m LIMIT 599999)";
  private static final DuckDbLimits SMALL = new DuckDbLimits(24 * MIB, 1);

  @TempDir Path warehouse;

  @Test
  void aContainerOf2GibWithAHeapOf60PercentHasRoomForTwoDatabases() {
    assertThat(
        DuckDbLimits.of(2048 * MIB, 1229 * MIB, 1),
        is(new DuckDbLimits((2048 - 1229) * MIB / 4, 1)));
  }

  @Test
  void aLargeMachineGivesNoMoreThanAProcessBelow4GibNeeds() {
    assertThat(DuckDbLimits.of(64L << 30, 2L << 30, 16), is(new DuckDbLimits(512 * MIB, 4)));
  }

  @Test
  void aHeapAsLargeAsTheMachineLeavesWhatDuckDbNeedsToStart() {
    assertThat(DuckDbLimits.of(2048 * MIB, 2048 * MIB, 4), is(new DuckDbLimits(128 * MIB, 1)));
  }

  @Test
  void everyDatabaseHasTheLimitsOfItsProcess() {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      assertThat(
          sql.query("SELECT current_setting('threads')", Map.of()).rows().get(0).get(0),
          is((long) DuckDbLimits.here().threads()));
    }
  }

  @Test
  void aStatementThatNeedsMoreSpillsIntoTheWarehouse() throws SQLException {
    assertThat(sorted(warehouse), is(599_999L));
  }

  @Test
  void whereNothingCanBeSpilledTheStatementFailsInOneLine() {
    SQLException e = assertThrows(SQLException.class, () -> sorted(warehouse.resolve("absent")));

    assertThat(
        DuckDbSql.oneLine(e),
        allOf(
            startsWith("Out of Memory Error: "),
            containsString("24.0 MiB used)."),
            endsWith("give the process more memory beside the Java heap."),
            not(containsString("\n"))));
  }

  private static long sorted(Path warehouse) throws SQLException {
    try (Connection connection = DuckDb.inMemory(warehouse, SMALL);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SORT)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
