package io.growthline.cloudrun.data;

import io.growthline.warehouse.Row;
import io.growthline.warehouse.SqlWarehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One publication: its tables, and the online features kept in memory for fast scoring. */
public final class Snapshot implements AutoCloseable {
  private final SqlWarehouse sql;
  private final Instant publishedAt;
  private final LocalDate asOf;
  private final List<String> featureColumns;
  private final Map<String, List<Object>> features;

  private Snapshot(
      SqlWarehouse sql,
      Instant publishedAt,
      LocalDate asOf,
      List<String> featureColumns,
      Map<String, List<Object>> features) {
    this.sql = sql;
    this.publishedAt = publishedAt;
    this.asOf = asOf;
    this.featureColumns = featureColumns;
    this.features = features;
  }

  static Snapshot load(SqlWarehouse sql, Instant publishedAt) {
    SqlWarehouse.QueryResult latest =
        sql.query("SELECT * FROM marts.customer_features_latest", Map.of());
    int id = latest.columns().indexOf("customer_id");
    Map<String, List<Object>> features = new HashMap<>(latest.rows().size() * 2);
    for (List<Object> row : latest.rows()) {
      features.put((String) row.get(id), row);
    }
    LocalDate asOf =
        (LocalDate)
            sql.query(
                    "SELECT coalesce((SELECT max(as_of) FROM marts.customer_360_profile),"
                        + " (SELECT max(as_of) FROM monitoring.run_manifests))",
                    Map.of())
                .rows()
                .get(0)
                .get(0);
    return new Snapshot(sql, publishedAt, asOf, latest.columns(), features);
  }

  /** Rows of a SELECT on the published tables. */
  public List<Row> query(String statement, Map<String, ?> parameters) {
    SqlWarehouse.QueryResult result = sql.query(statement, parameters);
    return result.rows().stream().map(values -> new Row(result.columns(), values)).toList();
  }

  public List<Row> query(String statement) {
    return query(statement, Map.of());
  }

  /** The newest features of a customer who has not left. */
  public Optional<Row> onlineFeatures(String customerId) {
    return Optional.ofNullable(features.get(customerId)).map(row -> new Row(featureColumns, row));
  }

  /** Everything known before this day is reflected; null when there are no customers yet. */
  public LocalDate asOf() {
    return asOf;
  }

  /** When this publication was written. */
  public Instant publishedAt() {
    return publishedAt;
  }

  @Override
  public void close() {
    sql.close();
  }
}
