package io.growthline.pipelines.monitor;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.metric.KpiValue;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.domain.pricing.PriceElasticity;
import io.growthline.domain.pricing.PricingScenario;
import io.growthline.domain.report.ReportData;
import io.growthline.domain.report.ReportData.BandCount;
import io.growthline.domain.report.ReportData.ReasonCount;
import io.growthline.domain.report.ReportData.RejectionCount;
import io.growthline.domain.scoring.ModelMetadata;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.Models;
import io.growthline.pipelines.models.SqlRows;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Asks the published tables for what a report tells of. */
final class ReportQueries {
  private final SqlWarehouse warehouse;
  private final SqlRows rows;

  ReportQueries(SqlWarehouse warehouse) {
    this.warehouse = warehouse;
    this.rows = new SqlRows(warehouse);
  }

  ReportData read(String runId, LocalDate asOf, ModelRegistry registry, Findings findings) {
    return new ReportData(
        runId,
        asOf,
        rows.read(
            TableSpec.of(KpiValue.class),
            "dimension = 'all' AND grain = 'month' AND is_complete",
            Map.of()),
        findings.gates(),
        models(registry),
        findings.calibration(),
        findings.drift(),
        bands(),
        reasons(),
        rows.read(TableSpec.of(PriceElasticity.class)),
        rows.read(TableSpec.of(PricingScenario.class)),
        findings.quality(),
        rejections(),
        sources());
  }

  private static List<ModelMetadata> models(ModelRegistry registry) {
    return Models.ALL.stream()
        .map(ModelSpec::name)
        .flatMap(name -> registry.production(name).map(v -> registry.metadata(name, v)).stream())
        .toList();
  }

  private List<BandCount> bands() {
    return query(
            "SELECT model, band, COUNT(*),"
                + " SUM(CASE WHEN vulnerable_customer THEN 1 ELSE 0 END)"
                + " FROM scores.customer_scores GROUP BY 1, 2"
                + " ORDER BY 1 DESC, CASE band WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END")
        .stream()
        .map(r -> new BandCount(text(r, 0), text(r, 1), number(r, 2), number(r, 3)))
        .toList();
  }

  private List<ReasonCount> reasons() {
    return query(
            "SELECT feature, MIN(text), COUNT(*) FROM scores.score_reasons AS reason"
                + " JOIN scores.customer_scores AS score"
                + " ON reason.customer_id = score.customer_id AND reason.model = score.model"
                + " WHERE reason.model = 'churn' AND band = 'high' AND position = 1"
                + " AND contribution > 0 GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 8")
        .stream()
        .map(r -> new ReasonCount(text(r, 0), text(r, 1), number(r, 2)))
        .toList();
  }

  private List<RejectionCount> rejections() {
    return query(
            "SELECT source, code, COUNT(*), MIN(cause) FROM monitoring.dead_letters"
                + " WHERE status = 'open' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 30")
        .stream()
        .map(r -> new RejectionCount(text(r, 0), text(r, 1), number(r, 2), text(r, 3)))
        .toList();
  }

  private List<SourceAccount> sources() {
    return query(
            "SELECT source, table_name, read, written, duplicates, dead_lettered, filtered, late"
                + " FROM monitoring.source_accounts ORDER BY source, table_name")
        .stream()
        .map(
            r ->
                new SourceAccount(
                    text(r, 0),
                    text(r, 1),
                    number(r, 2),
                    number(r, 3),
                    number(r, 4),
                    number(r, 5),
                    number(r, 6),
                    number(r, 7)))
        .toList();
  }

  private List<List<Object>> query(String sql) {
    return warehouse.query(sql, Map.of()).rows();
  }

  private static String text(List<Object> row, int column) {
    return (String) row.get(column);
  }

  private static long number(List<Object> row, int column) {
    return row.get(column) == null ? 0 : ((Number) row.get(column)).longValue();
  }
}
