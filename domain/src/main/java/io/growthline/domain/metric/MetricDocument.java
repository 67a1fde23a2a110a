package io.growthline.domain.metric;

import java.util.List;
import java.util.stream.Collectors;

/** The metric catalogue for readers, as Markdown. */
public final class MetricDocument {
  private MetricDocument() {}

  public static String markdown(MetricCatalogue catalogue) {
    StringBuilder text = new StringBuilder();
    text.append("# Metrics\n\n")
        .append("Generated from `domain/src/main/resources/metrics.yaml` (version ")
        .append(catalogue.version())
        .append("); do not edit. Values are in `marts.kpi_values`, one for each period and ")
        .append("dimension value.\n\n")
        .append("Events that name no customer count in sums and shares of events, under `unknown` ")
        .append("of each dimension. A figure about customers cannot count them: `rows_left_out` ")
        .append("says how many the numerator leaves out. A metric whose raw tables have no events ")
        .append("has no value, and `withheld_because` says why.\n\n")
        .append("`monitoring.metric_health` judges each metric against its target and says which ")
        .append("the data cannot fill (`unmapped`), `monitoring.metric_lineage` holds the columns ")
        .append(
            "under **From**, `monitoring.restatements` the figures that have changed since they ")
        .append("were published, and `marts.metric_changes` says why a metric moved.\n\n")
        .append("| metric | unit | direction | owner | meaning |\n|---|---|---|---|---|\n");
    for (Metric metric : catalogue.metrics()) {
      text.append(
          "| [%s](#%s) | %s | %s | %s | %s |\n"
              .formatted(
                  metric.name(),
                  metric.name(),
                  metric.unit(),
                  metric.direction().replace('_', ' '),
                  metric.owner(),
                  metric.description()));
    }
    catalogue.metrics().forEach(metric -> text.append(section(metric)));
    text.append(
        "\n## Measures\n\n| measure | what a customer or event adds to a period |\n|---|---|\n");
    Measures.ALL.forEach(m -> text.append("| `%s` | %s |\n".formatted(m.id(), m.description())));
    return text.toString();
  }

  private static String section(Metric metric) {
    return """

        ## %s

        %s

        - **Question:** %s
        - **Formula:** %s
        - **Calculated:** %s
        - **Unit:** %s, %s
        - **Target:** %s
        - **Misleads when:** %s
        - **Absent when:** %s
        - **From:** %s%s
        - **By:** %s
        - **Per:** %s
        - **Complete:** %s
        """
        .formatted(
            metric.name(),
            metric.description(),
            metric.question(),
            metric.formula(),
            metric.value().markdown(),
            metric.unit(),
            metric.direction().replace('_', ' '),
            metric.target() == null
                ? "none, " + metric.noTarget()
                : metric.target().markdown(metric.direction()),
            metric.risk(),
            metric.nullPolicy(),
            metric.sources().entrySet().stream()
                .map(source -> "`%s` (%s)".formatted(source.getKey(), columns(source.getValue())))
                .collect(Collectors.joining(", ")),
            metric.via() == null ? "" : ", by way of `" + metric.via() + "`",
            String.join(", ", metric.dimensions()),
            metric.grains().stream().map(Grain::id).collect(Collectors.joining(", ")),
            metric.maturityDays() == 0
                ? "when the period has ended"
                : metric.maturityDays() + " days after the period has ended");
  }

  private static String columns(List<String> names) {
    return String.join(", ", names);
  }
}
