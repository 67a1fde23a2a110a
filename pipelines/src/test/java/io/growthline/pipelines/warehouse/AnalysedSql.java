package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.ColumnType;
import io.growthline.googlesql.GoogleSql;
import io.growthline.warehouse.SqlWarehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** SQL that refuses what Google's analyser refuses, and lets all else through. */
final class AnalysedSql implements SqlWarehouse {
  private static final GoogleSql GOOGLE_SQL = GoogleSql.ofContracts();
  private static final Set<Asked> ACCEPTED = ConcurrentHashMap.newKeySet();

  private final SqlWarehouse sql;

  AnalysedSql(SqlWarehouse sql) {
    this.sql = sql;
  }

  /** Makes every test that runs a stage analyse the statements of that stage. */
  public static final class Everywhere implements SqlDecorator {
    @Override
    public SqlWarehouse decorate(SqlWarehouse sql) {
      return new AnalysedSql(sql);
    }
  }

  private record Asked(String statement, Map<String, ColumnType> parameters) {}

  @Override
  public QueryResult query(String statement, Map<String, ?> parameters) {
    Map<String, ColumnType> types = new TreeMap<>();
    parameters.forEach((name, value) -> types.put(name, type(value)));
    check(new Asked(statement, types));
    return sql.query(statement, parameters);
  }

  @Override
  public boolean affords(String statement) {
    check(new Asked(statement, Map.of()));
    return sql.affords(statement);
  }

  @Override
  public void close() {
    sql.close();
  }

  private static void check(Asked asked) {
    if (!ACCEPTED.contains(asked)) {
      GOOGLE_SQL.check(asked.statement(), asked.parameters());
      ACCEPTED.add(asked);
    }
  }

  private static ColumnType type(Object value) {
    if (value instanceof String) {
      return ColumnType.STRING;
    } else if (value instanceof Long) {
      return ColumnType.INT64;
    } else if (value instanceof Double) {
      return ColumnType.FLOAT64;
    } else if (value instanceof Boolean) {
      return ColumnType.BOOL;
    } else if (value instanceof LocalDate) {
      return ColumnType.DATE;
    } else if (value instanceof Instant) {
      return ColumnType.TIMESTAMP;
    }
    throw new IllegalArgumentException("BigQuery takes no parameter like " + value);
  }
}
