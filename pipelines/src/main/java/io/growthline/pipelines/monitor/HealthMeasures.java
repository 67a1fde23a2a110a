package io.growthline.pipelines.monitor;

import io.growthline.domain.monitoring.CheckStatus;
import io.growthline.domain.monitoring.DataQualityResult;
import io.growthline.domain.monitoring.Measured;
import io.growthline.domain.monitoring.MetricHealth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the health of the business is scored by, by name; what is not known is missing. */
final class HealthMeasures {
  /** Share of the checks of contracts that pass. */
  static final String QUALITY_PASS_SHARE = "quality_pass_share";

  private HealthMeasures() {}

  /** Values of metrics, and of figures of release gates, by name. */
  static Map<String, Double> of(
      List<MetricHealth> metrics, List<DataQualityResult> quality, Map<String, Measured> figures) {
    Map<String, Double> values = new HashMap<>();
    figures.forEach(
        (name, figure) -> {
          if (!Double.isNaN(figure.value())) {
            values.put(name, figure.value());
          }
        });
    for (MetricHealth metric : metrics) {
      if (metric.value() != null) {
        values.put(metric.metric(), metric.value());
      }
    }
    if (!quality.isEmpty()) {
      long passed = quality.stream().filter(r -> CheckStatus.PASS.is(r.status())).count();
      values.put(QUALITY_PASS_SHARE, (double) passed / quality.size());
    }
    return values;
  }
}
