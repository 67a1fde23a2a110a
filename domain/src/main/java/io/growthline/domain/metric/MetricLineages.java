package io.growthline.domain.metric;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.MetricLineage;
import java.util.ArrayList;
import java.util.List;

/** The lineage of metrics, from the catalogue and the contracts. */
public final class MetricLineages {
  private MetricLineages() {}

  /** One row for each metric and raw column, in the order of the catalogue. */
  public static List<MetricLineage> of(MetricCatalogue catalogue) {
    List<MetricLineage> rows = new ArrayList<>();
    for (Metric metric : catalogue.metrics()) {
      metric
          .sources()
          .forEach(
              (table, columns) -> {
                TableSpec<?> spec = Contracts.find(table).orElseThrow();
                for (String column : columns) {
                  ColumnSpec meant = spec.columns().get(spec.indexOf(column));
                  rows.add(
                      new MetricLineage(
                          metric.name(), table, column, meant.description(), metric.via()));
                }
              });
    }
    return rows;
  }
}
