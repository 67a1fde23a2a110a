package io.growthline.pipelines.generate;

import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsFilter;

/** Counts of what was generated, kept as pipeline metrics. */
final class Counts {
  private static final String ROWS = "generated-rows";
  private static final String FAULTS = "generated-faults";

  private Counts() {}

  static void addRows(String table, long count) {
    Metrics.counter(ROWS, table).inc(count);
  }

  static void addFaults(String kind, long count) {
    Metrics.counter(FAULTS, kind).inc(count);
  }

  static GenerateReport report(PipelineResult result, long customers) {
    return new GenerateReport(customers, read(result, ROWS), read(result, FAULTS));
  }

  private static Map<String, Long> read(PipelineResult result, String namespace) {
    MetricsFilter filter =
        MetricsFilter.builder().addNameFilter(MetricNameFilter.inNamespace(namespace)).build();
    Map<String, Long> counts = new TreeMap<>();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(filter).getCounters()) {
      counts.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return counts;
  }
}
