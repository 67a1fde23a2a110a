package io.growthline.cloudrun.api;

import io.growthline.domain.metric.Grain;
import io.growthline.domain.metric.Metric;
import io.growthline.domain.metric.Target;
import java.util.List;
import java.util.Map;

/**
 * A metric as the catalogue defines it; see {@link Metric}.
 *
 * @param goal the target for people; null without one
 * @param noTarget why there is none; null with one
 * @param via mart through which it is computed; null when it has none
 */
public record MetricDefinition(
    String name,
    String owner,
    String question,
    String description,
    String formula,
    String unit,
    String direction,
    Target target,
    String goal,
    String noTarget,
    String risk,
    String nullPolicy,
    List<String> dimensions,
    List<String> grains,
    Map<String, List<String>> sources,
    String via,
    int maturityDays) {
  static MetricDefinition of(Metric metric) {
    return new MetricDefinition(
        metric.name(),
        metric.owner(),
        metric.question(),
        metric.description(),
        metric.formula(),
        metric.unit(),
        metric.direction(),
        metric.target(),
        metric.target() == null ? null : metric.target().text(metric.direction()),
        metric.noTarget(),
        metric.risk(),
        metric.nullPolicy(),
        metric.dimensions(),
        metric.grains().stream().map(Grain::id).toList(),
        metric.sources(),
        metric.via(),
        metric.maturityDays());
  }
}
