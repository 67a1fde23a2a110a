package io.growthline.pipelines.monitor;

import io.growthline.domain.monitoring.DataQualityScore;
import io.growthline.domain.monitoring.QualityScores;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.domain.monitoring.TableSize;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores tables by their checks, and by what ingest and earlier runs have recorded of them. */
final class ScoreMeasure {
  private static final String RAW = "raw.";

  private final SqlWarehouse warehouse;
  private final LocalDate asOf;

  ScoreMeasure(SqlWarehouse warehouse, LocalDate asOf) {
    this.warehouse = warehouse;
    this.asOf = asOf;
  }

  List<DataQualityScore> measure(List<TableQuality> tables) {
    QualityScores scores = QualityScores.standard();
    Map<String, SourceAccount> accounts = accounts();
    Map<String, Long> rejected = rejected();
    Map<String, List<TableSize>> earlier = earlier();
    return tables.stream()
        .map(
            quality ->
                scores.score(
                    quality.table(),
                    asOf,
                    new QualityScores.Measured(
                        quality.results(),
                        quality.newest(),
                        accounts.get(quality.table().id()),
                        rejected.getOrDefault(quality.table().id(), 0L),
                        earlier.getOrDefault(quality.table().id(), List.of()))))
        .toList();
  }

  private Map<String, SourceAccount> accounts() {
    Map<String, SourceAccount> accounts = new HashMap<>();
    for (List<Object> row :
        rows(
            "SELECT table_name, SUM(read), SUM(written), SUM(duplicates), SUM(dead_lettered),"
                + " SUM(filtered), SUM(late) FROM monitoring.source_accounts GROUP BY table_name")) {
      String table = (String) row.get(0);
      accounts.put(
          RAW + table,
          new SourceAccount(
              "",
              table,
              number(row, 1),
              number(row, 2),
              number(row, 3),
              number(row, 4),
              number(row, 5),
              number(row, 6)));
    }
    return accounts;
  }

  /** A replay takes a record without changing its account. */
  private Map<String, Long> rejected() {
    Map<String, Long> rejected = new HashMap<>();
    rows("SELECT table_name, COUNT(*) FROM monitoring.dead_letters"
            + " WHERE status = 'open' AND table_name IS NOT NULL GROUP BY table_name")
        .forEach(row -> rejected.put(RAW + row.get(0), number(row, 1)));
    return rejected;
  }

  /** Of runs of the same as-of day the last one counts. */
  private Map<String, List<TableSize>> earlier() {
    Map<String, List<TableSize>> sizes = new HashMap<>();
    rows("SELECT name, as_of, row_count FROM monitoring.run_manifests"
            + " WHERE kind = 'table' AND as_of IS NOT NULL ORDER BY started_at, run_id, name")
        .forEach(
            row ->
                sizes
                    .computeIfAbsent((String) row.get(0), name -> new ArrayList<>())
                    .add(new TableSize((LocalDate) row.get(1), number(row, 2))));
    return sizes;
  }

  private List<List<Object>> rows(String sql) {
    return warehouse.query(sql, Map.of()).rows();
  }

  private static long number(List<Object> row, int index) {
    return ((Number) row.get(index)).longValue();
  }
}
