package io.growthline.pipelines.monitor;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.metric.MetricCatalogue;
import io.growthline.domain.metric.MetricHealths;
import io.growthline.domain.metric.MetricLineages;
import io.growthline.domain.monitoring.BusinessHealth;
import io.growthline.domain.monitoring.CheckStatus;
import io.growthline.domain.monitoring.DataQualityResult;
import io.growthline.domain.monitoring.DataQualityScore;
import io.growthline.domain.monitoring.FeatureDrift;
import io.growthline.domain.monitoring.GateRules;
import io.growthline.domain.monitoring.HealthRules;
import io.growthline.domain.monitoring.Measured;
import io.growthline.domain.monitoring.MetricHealth;
import io.growthline.domain.monitoring.MetricLineage;
import io.growthline.domain.monitoring.ModelCalibration;
import io.growthline.domain.monitoring.ReleaseGate;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.domain.release.ReleaseDecision;
import io.growthline.domain.release.ReleaseDecisionGate;
import io.growthline.domain.release.ReleaseDecisions;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.Models;
import io.growthline.pipelines.marts.SqlTables;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.stage.AsOf;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.PublishedMoney;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures drift, calibration, data quality and the health of the business, judges the release
 * gates, and writes the report.
 */
public final class MonitorPipeline {
  private MonitorPipeline() {}

  public static void main(String[] args) {
    StageMain.run(args, MonitorOptions.class, MonitorPipeline::run);
  }

  /** Publishes the monitoring tables; the run is blocked when a release gate fails. */
  public static StageResult run(MonitorOptions options) {
    try (SqlWarehouse warehouse = Warehouses.sql(options)) {
      Optional<LocalDate> asOf = AsOf.ofMarts(options, warehouse);
      if (asOf.isEmpty()) {
        return StageResult.succeeded(
            Map.of(), List.of("Nothing was monitored: no event is known."));
      }
      ModelRegistry registry = new ModelRegistry(new FileSystemsStore(options.getModels()));
      Findings findings = measure(options, warehouse, registry, asOf.get());
      Map<String, Long> tables = publish(options, findings);
      report(options, registry, asOf.get());
      return result(findings, tables);
    }
  }

  /** Reads what was published a moment ago, so a report and the pages show the same rows. */
  private static void report(MonitorOptions options, ModelRegistry registry, LocalDate asOf) {
    try (SqlWarehouse published = Warehouses.sql(options)) {
      ReportFiles.write(
          options.getReports(),
          options.getRunId(),
          new ReportTables(published, registry, asOf, PublishedMoney.of(published)));
    }
  }

  private static Findings measure(
      MonitorOptions options, SqlWarehouse warehouse, ModelRegistry registry, LocalDate asOf) {
    List<FeatureDrift> drift = new DriftMeasure(warehouse, registry, asOf).measure();
    List<TableQuality> tables = new QualityMeasure(warehouse, asOf).measure();
    List<DataQualityResult> quality =
        tables.stream().flatMap(table -> table.results().stream()).toList();
    Map<String, Measured> figures =
        new GateMeasures()
            .models(registry)
            .drift(drift)
            .quality(quality)
            .sources(warehouse)
            .figures();
    List<MetricHealth> metrics = MetricHealths.of(new SqlTables(warehouse), asOf);
    List<ReleaseGate> gates = GateRules.standard().judge(asOf, figures);
    return new Findings(
        drift,
        calibration(registry, asOf),
        quality,
        new ScoreMeasure(warehouse, asOf).measure(tables),
        gates,
        metrics,
        HealthRules.standard().score(asOf, HealthMeasures.of(metrics, quality, figures)),
        new ChangeDecisions(options, warehouse).decide(gates, asOf));
  }

  private static List<ModelCalibration> calibration(ModelRegistry registry, LocalDate asOf) {
    List<ModelCalibration> rows = new ArrayList<>();
    for (ModelSpec<?, ?> spec : Models.ALL) {
      String model = spec.name();
      Optional<String> version = registry.production(model);
      if (version.isPresent()) {
        registry
            .calibration(model, version.get())
            .forEach(
                bin ->
                    rows.add(
                        new ModelCalibration(
                            model,
                            version.get(),
                            asOf,
                            bin.bin(),
                            bin.rows(),
                            bin.meanPredicted(),
                            bin.observedRate())));
      }
    }
    return rows;
  }

  private static Map<String, Long> publish(MonitorOptions options, Findings findings) {
    WarehouseWriter writer = Warehouses.writer(options);
    writer.stageRows(findings.drift(), TableSpec.of(FeatureDrift.class));
    writer.stageRows(findings.calibration(), TableSpec.of(ModelCalibration.class));
    writer.stageRows(findings.quality(), TableSpec.of(DataQualityResult.class));
    writer.stageRows(findings.scores(), TableSpec.of(DataQualityScore.class));
    writer.stageRows(findings.gates(), TableSpec.of(ReleaseGate.class));
    writer.stageRows(findings.metrics(), TableSpec.of(MetricHealth.class));
    writer.stageRows(findings.health(), TableSpec.of(BusinessHealth.class));
    writer.stageRows(
        MetricLineages.of(MetricCatalogue.standard()), TableSpec.of(MetricLineage.class));
    writer.stageRows(findings.releases().decisions(), TableSpec.of(ReleaseDecision.class));
    writer.stageRows(findings.releases().gates(), TableSpec.of(ReleaseDecisionGate.class));
    return writer.publish();
  }

  private static StageResult result(Findings findings, Map<String, Long> tables) {
    ReleaseGate overall = findings.overall();
    List<String> notes = new ArrayList<>();
    notes.add("Release gate: " + overall.verdict() + ". " + overall.explanation());
    findings.releases().decisions().stream()
        .filter(decision -> !decision.changeId().equals(ReleaseDecisions.THIS_RUN))
        .map(MonitorPipeline::note)
        .forEach(notes::add);
    RunStatus status =
        CheckStatus.FAIL.is(overall.verdict()) ? RunStatus.BLOCKED : RunStatus.SUCCEEDED;
    return StageResult.of(status, tables, notes);
  }

  private static String note(ReleaseDecision decision) {
    return "Change %s: %s. %d of %d gates pass, %d withheld."
        .formatted(
            decision.changeId(),
            decision.decision().replace('_', ' '),
            decision.passed(),
            decision.gates(),
            decision.withheld());
  }
}
