package io.growthline.pipelines.monitor;

import io.growthline.domain.monitoring.CheckStatus;
import io.growthline.domain.monitoring.DataQualityResult;
import io.growthline.domain.monitoring.FeatureDrift;
import io.growthline.domain.scoring.ModelMeasures;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.Models;
import io.growthline.warehouse.SqlWarehouse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The measures that release gates look at, by name. */
final class GateMeasures {
  private final Map<String, Double> measures = new TreeMap<>();

  Map<String, Double> values() {
    return Map.copyOf(measures);
  }

  /** Quality of the models in production on their hold-outs. */
  GateMeasures models(ModelRegistry registry) {
    for (ModelSpec<?, ?> model : Models.ALL) {
      registry
          .production(model.name())
          .map(version -> registry.metadata(model.name(), version))
          .ifPresent(metadata -> measures.putAll(ModelMeasures.of(metadata)));
    }
    return this;
  }

  /** Drift of scores and inputs; a shift that chance explains counts as none. */
  GateMeasures drift(List<FeatureDrift> drift) {
    if (drift.isEmpty()) {
      return this;
    }
    for (FeatureDrift row : drift) {
      if (row.feature().equals("score") && row.psi() != null) {
        measures.put(row.model() + "_score_psi", CheckStatus.PASS.is(row.status()) ? 0 : row.psi());
      }
    }
    measures.put(
        "features_drifted",
        (double)
            drift.stream()
                .filter(d -> !d.feature().equals("score") && CheckStatus.FAIL.is(d.status()))
                .count());
    return this;
  }

  /** Checks of the contracts. */
  GateMeasures quality(List<DataQualityResult> results) {
    if (!results.isEmpty()) {
      measures.put("quality_failures", (double) count(results, CheckStatus.FAIL));
      measures.put("quality_warnings", (double) count(results, CheckStatus.WARN));
    }
    return this;
  }

  private static long count(List<DataQualityResult> results, CheckStatus status) {
    return results.stream().filter(r -> status.is(r.status())).count();
  }

  /** Rejected records, and whether the accounts of the sources balance. */
  GateMeasures sources(SqlWarehouse warehouse) {
    // Counting the rows of raw tables would read their partition columns.
    double written =
        number(warehouse, "SELECT COALESCE(SUM(written), 0) FROM monitoring.source_accounts");
    double rejected =
        number(warehouse, "SELECT COUNT(*) FROM monitoring.dead_letters WHERE status = 'open'");
    if (written + rejected > 0) {
      measures.put("dead_letter_share", rejected / (written + rejected));
    }
    if (number(warehouse, "SELECT COUNT(*) FROM monitoring.source_accounts") > 0) {
      measures.put(
          "unbalanced_sources",
          number(
              warehouse,
              "SELECT COUNT(*) FROM monitoring.source_accounts"
                  + " WHERE read <> written + duplicates + dead_lettered + filtered"));
    }
    return this;
  }

  private static double number(SqlWarehouse warehouse, String sql) {
    return ((Number) warehouse.query(sql, Map.of()).rows().get(0).get(0)).doubleValue();
  }
}
