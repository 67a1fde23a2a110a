package io.growthline.pipelines.run;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.RunManifest;
import io.growthline.domain.monitoring.RunManifestRow;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.models.SqlRows;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.warehouse.StagingRun;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps {@code monitoring.run_manifests}: the rows of this run replace or join those of others. */
final class RunRecorder {
  private static final TableSpec<RunManifestRow> TABLE = TableSpec.of(RunManifestRow.class);

  private RunRecorder() {}

  /** Publishes the rows; returns how many the table has now. */
  static Map<String, Long> record(StageOptions options, RunManifest manifest) {
    List<RunManifestRow> all = new ArrayList<>(otherRuns(options, manifest.runId()));
    all.addAll(rows(manifest));
    WarehouseWriter writer = Warehouses.writer(options);
    return StagingRun.orDiscard(
        writer,
        () -> {
          writer.stageRows(all, TABLE);
          return writer.publish();
        });
  }

  private static List<RunManifestRow> otherRuns(StageOptions options, String runId) {
    try (SqlWarehouse sql = Warehouses.sql(options)) {
      return new SqlRows(sql).read(TABLE, "run_id <> @run_id", Map.of("run_id", runId));
    }
  }

  static List<RunManifestRow> rows(RunManifest m) {
    List<RunManifestRow> rows = new ArrayList<>();
    m.sources().forEach(s -> rows.add(row(m, "source", s)));
    m.intake().forEach(s -> rows.add(row(m, "intake", s)));
    m.partitions()
        .forEach(
            p ->
                rows.add(
                    row(
                        m,
                        "rebuilt",
                        "partitions",
                        p.table() + " " + p.from() + " to " + p.to(),
                        p.days(),
                        null)));
    m.stages()
        .forEach(s -> rows.add(row(m, s.status().id(), "stage", s.stage(), s.rows(), s.seconds())));
    m.tables().forEach(t -> rows.add(row(m, "published", "table", t.table(), t.rows(), null)));
    return rows;
  }

  private static RunManifestRow row(RunManifest m, String kind, SourceAccount s) {
    return new RunManifestRow(
        m.runId(),
        m.startedAt(),
        s.balanced() ? "balanced" : "unbalanced",
        m.asOf(),
        kind,
        s.source() + "/" + s.tableName(),
        s.read(),
        s.written(),
        s.duplicates(),
        s.deadLettered(),
        s.filtered(),
        s.late(),
        null);
  }

  private static RunManifestRow row(
      RunManifest m, String status, String kind, String name, long rows, Double seconds) {
    return new RunManifestRow(
        m.runId(),
        m.startedAt(),
        status,
        m.asOf(),
        kind,
        name,
        rows,
        null,
        null,
        null,
        null,
        null,
        seconds);
  }
}
