package io.growthline.pipelines.run;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.RunManifest;
import io.growthline.domain.monitoring.RunManifestRow;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.warehouse.StagingRun;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Keeps {@code monitoring.run_manifests}: the rows of this run replace or join those of others. */
final class RunRecorder {
  private static final TableSpec<RunManifestRow> TABLE = TableSpec.of(RunManifestRow.class);

  private RunRecorder() {}

  /** Publishes the rows; returns how many the table has now. */
  static Map<String, Long> record(StageOptions options, RunManifest manifest) {
    WarehouseWriter writer = Warehouses.writer(options);
    Pipeline pipeline = Pipeline.create(options);
    String runId = manifest.runId();
    PCollection<RunManifestRow> others =
        Warehouses.reader(options)
            .read(pipeline, TABLE)
            .apply("OtherRuns", Filter.by(row -> !row.runId().equals(runId)));
    PCollection<RunManifestRow> these =
        pipeline.apply(
            "ThisRun", Create.of(rows(manifest)).withType(TypeDescriptor.of(RunManifestRow.class)));
    writer.stage(
        PCollectionList.of(others).and(these).apply("AllRuns", Flatten.pCollections()), TABLE);
    StagingRun.toEnd(pipeline, writer);
    return writer.publish();
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
        .forEach(s -> rows.add(row(m, s.status(), "stage", s.stage(), s.rows(), s.seconds())));
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
