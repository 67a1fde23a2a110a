package io.growthline.pipelines.monitor;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.QualityCheck;
import io.growthline.domain.contract.QualityChecks;
import io.growthline.domain.contract.QualityScan;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.CheckStatus;
import io.growthline.domain.monitoring.DataQualityResult;
import io.growthline.domain.release.ReleaseDecision;
import io.growthline.domain.release.ReleaseDecisionGate;
import io.growthline.pipelines.stage.NewestDays;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks every published table of raw, marts and scores against its contract, with one statement a
 * table. Of a partitioned table that is too large for one statement the newest days are checked.
 */
final class QualityMeasure {
  // What monitoring writes about runs is no data of the business, and grows with every run.
  private static final String MONITORING = "monitoring";

  // Decisions rest on these checks, and are published after them.
  private static final List<TableSpec<?>> DECISIONS =
      List.of(TableSpec.of(ReleaseDecision.class), TableSpec.of(ReleaseDecisionGate.class));

  // Values of a scan before the failures of its checks.
  private static final int FIRST_FAILURES = 2;

  private final SqlWarehouse warehouse;
  private final LocalDate asOf;

  QualityMeasure(SqlWarehouse warehouse, LocalDate asOf) {
    this.warehouse = warehouse;
    this.asOf = asOf;
  }

  List<TableQuality> measure() {
    List<TableQuality> tables = new ArrayList<>();
    for (TableSpec<? extends Record> table : Contracts.all()) {
      if (!table.dataset().equals(MONITORING) && !DECISIONS.contains(table)) {
        tables.add(measure(table));
      }
    }
    return tables;
  }

  TableQuality measure(TableSpec<?> table) {
    List<QualityCheck> checks = QualityChecks.of(table);
    QualityScan all = QualityScan.of(table, checks, asOf);
    if (warehouse.affords(all.sql())) {
      return measure(table, all, null);
    }
    LocalDate first = null;
    if (table.partition().isPresent()) {
      for (LocalDate day : NewestDays.before(asOf)) {
        first = day;
        QualityScan newest = QualityScan.since(table, checks, asOf, day);
        if (warehouse.affords(newest.sql())) {
          return measure(table, newest, day);
        }
      }
    }
    return oneByOne(table, checks, first);
  }

  /** A statement for each check reads fewer columns. */
  private TableQuality oneByOne(TableSpec<?> table, List<QualityCheck> checks, LocalDate first) {
    List<DataQualityResult> results = new ArrayList<>();
    LocalDate newest = null;
    for (QualityCheck check : checks) {
      List<QualityCheck> one = List.of(check);
      TableQuality found =
          measure(
              table,
              first == null
                  ? QualityScan.of(table, one, asOf)
                  : QualityScan.since(table, one, asOf, first),
              first);
      results.addAll(found.results());
      newest = found.newest();
    }
    return new TableQuality(table, results, newest);
  }

  private TableQuality measure(TableSpec<?> table, QualityScan scan, LocalDate first) {
    List<Object> row = warehouse.query(scan.sql(), Map.of()).rows().get(0);
    List<DataQualityResult> results = new ArrayList<>();
    for (int i = 0; i < scan.checks().size(); i++) {
      results.add(
          result(scan.checks().get(i), number(row, 0), number(row, FIRST_FAILURES + i), first));
    }
    return new TableQuality(table, results, (LocalDate) row.get(1));
  }

  private static long number(List<Object> row, int index) {
    return ((Number) row.get(index)).longValue();
  }

  private DataQualityResult result(QualityCheck check, long rows, long failures, LocalDate first) {
    return new DataQualityResult(
        asOf,
        check.table(),
        check.column(),
        check.check(),
        rows,
        failures,
        failures == 0 ? CheckStatus.PASS.id() : check.severity().name().toLowerCase(Locale.ROOT),
        first);
  }
}
