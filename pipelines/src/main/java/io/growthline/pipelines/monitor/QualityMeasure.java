package io.growthline.pipelines.monitor;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.QualityCheck;
import io.growthline.domain.contract.QualityChecks;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.CheckStatus;
import io.growthline.domain.monitoring.DataQualityResult;
import io.growthline.pipelines.stage.NewestDays;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Checks every published table of raw, marts and scores against its contract, with one statement a
 * table. Of a partitioned table that is too large for one statement the newest days are checked.
 */
final class QualityMeasure {
  // What monitoring writes about runs is no data of the business, and grows with every run.
  private static final String MONITORING = "monitoring";

  private final SqlWarehouse warehouse;
  private final LocalDate asOf;

  QualityMeasure(SqlWarehouse warehouse, LocalDate asOf) {
    this.warehouse = warehouse;
    this.asOf = asOf;
  }

  List<DataQualityResult> measure() {
    List<DataQualityResult> results = new ArrayList<>();
    for (TableSpec<? extends Record> table : Contracts.all()) {
      if (!table.dataset().equals(MONITORING)) {
        results.addAll(measure(table));
      }
    }
    return results;
  }

  List<DataQualityResult> measure(TableSpec<?> table) {
    List<QualityCheck> checks = QualityChecks.of(table);
    if (warehouse.affords(together(checks))) {
      return results(checks, null);
    }
    LocalDate first = null;
    if (table.partition().isPresent()) {
      for (LocalDate day : NewestDays.before(asOf)) {
        first = day;
        checks = QualityChecks.since(table, day);
        if (warehouse.affords(together(checks))) {
          return results(checks, day);
        }
      }
    }
    // A statement for each check reads fewer columns.
    List<DataQualityResult> results = new ArrayList<>();
    for (QualityCheck check : checks) {
      results.addAll(results(List.of(check), first));
    }
    return results;
  }

  private static String together(List<QualityCheck> checks) {
    return IntStream.range(0, checks.size())
            .mapToObj(
                i ->
                    "SELECT %d AS position, c%d.checked, c%d.failures FROM (%s) AS c%d"
                        .formatted(i, i, i, checks.get(i).sql(), i))
            .collect(Collectors.joining(" UNION ALL "))
        + " ORDER BY 1";
  }

  private List<DataQualityResult> results(List<QualityCheck> checks, LocalDate first) {
    return warehouse.query(together(checks), Map.of()).rows().stream()
        .map(row -> result(checks.get(((Number) row.get(0)).intValue()), row, first))
        .toList();
  }

  private DataQualityResult result(QualityCheck check, List<Object> row, LocalDate first) {
    long failures = ((Number) row.get(2)).longValue();
    return new DataQualityResult(
        asOf,
        check.table(),
        check.column(),
        check.check(),
        ((Number) row.get(1)).longValue(),
        failures,
        failures == 0 ? CheckStatus.PASS.id() : check.severity().name().toLowerCase(Locale.ROOT),
        first);
  }
}
