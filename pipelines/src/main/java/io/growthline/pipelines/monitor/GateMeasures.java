package io.growthline.pipelines.monitor;

import io.growthline.domain.monitoring.CheckStatus;
import io.growthline.domain.monitoring.DataQualityResult;
import io.growthline.domain.monitoring.FeatureDrift;
import io.growthline.domain.monitoring.Measured;
import io.growthline.domain.scoring.ModelMeasures;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.Models;
import io.growthline.warehouse.SqlWarehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures that release gates look at, by name. */
final class GateMeasures {
  private final Map<String, Measured> measures = new TreeMap<>();

  Map<String, Measured> figures() {
    return Map.copyOf(measures);
  }

  /** Quality of the models in production on their hold-outs. */
  GateMeasures models(ModelRegistry registry) {
    for (ModelSpec<?, ?> model : Models.ALL) {
      registry
          .production(model.name())
          .ifPresent(
              version ->
                  measures.putAll(
                      ModelMeasures.of(
                          registry.metadata(model.name(), version),
                          registry.calibration(model.name(), version))));
    }
    return this;
  }

  /** Drift of scores, and how many inputs have drifted beyond chance. */
  GateMeasures drift(List<FeatureDrift> drift) {
    if (drift.isEmpty()) {
      return this;
    }
    List<FeatureDrift> features = new ArrayList<>();
    for (FeatureDrift row : drift) {
      if (row.feature().equals(DriftMeasure.SCORE)) {
        measures.put(row.model() + "_score_psi", psi(row));
      } else {
        features.add(row);
      }
    }
    long drifted = features.stream().filter(d -> CheckStatus.FAIL.is(d.status())).count();
    long rows = features.stream().mapToLong(GateMeasures::rows).max().orElse(0);
    measures.put("features_drifted", Measured.estimated(drifted, drifted, drifted, rows));
    return this;
  }

  private static Measured psi(FeatureDrift row) {
    return row.psi() == null
        ? Measured.estimated(Double.NaN, Double.NaN, Double.NaN, rows(row))
        : Measured.estimated(row.psi(), row.lower(), row.upper(), rows(row));
  }

  private static long rows(FeatureDrift row) {
    return Math.min(row.referenceRows(), row.currentRows());
  }

  /** Checks of the contracts. */
  GateMeasures quality(List<DataQualityResult> results) {
    if (!results.isEmpty()) {
      measures.put("quality_failures", count(results, CheckStatus.FAIL));
      measures.put("quality_warnings", count(results, CheckStatus.WARN));
    }
    return this;
  }

  private static Measured count(List<DataQualityResult> results, CheckStatus status) {
    return Measured.counted(
        results.stream().filter(r -> status.is(r.status())).count(), results.size());
  }

  /** Rejected records, and whether the accounts of the sources balance. */
  GateMeasures sources(SqlWarehouse warehouse) {
    // Counting the rows of raw tables would read their partition columns.
    long written =
        number(warehouse, "SELECT COALESCE(SUM(written), 0) FROM monitoring.source_accounts");
    long rejected =
        number(warehouse, "SELECT COUNT(*) FROM monitoring.dead_letters WHERE status = 'open'");
    if (written + rejected > 0) {
      measures.put("dead_letter_share", Measured.share(rejected, written + rejected));
    }
    long accounts = number(warehouse, "SELECT COUNT(*) FROM monitoring.source_accounts");
    if (accounts > 0) {
      long unbalanced =
          number(
              warehouse,
              "SELECT COUNT(*) FROM monitoring.source_accounts"
                  + " WHERE read <> written + duplicates + dead_lettered + filtered");
      measures.put("unbalanced_sources", Measured.counted(unbalanced, accounts));
    }
    return this;
  }

  private static long number(SqlWarehouse warehouse, String sql) {
    return ((Number) warehouse.query(sql, Map.of()).rows().get(0).get(0)).longValue();
  }
}
