package io.growthline.pages;

import io.growthline.domain.metric.Metric;

/**
 * What a number means and where it comes from.
 *
 * @param description what it shows
 * @param formula how it is computed
 * @param risk how it misleads
 * @param owner team that answers for it
 */
public record Definition(String description, String formula, String risk, String owner) {
  static Definition of(Metric metric) {
    return new Definition(metric.description(), metric.formula(), metric.risk(), metric.owner());
  }
}
