package io.growthline.domain.growth;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The metric catalogue for readers, as Markdown. */
public final class MetricDocument {
  private MetricDocument() {}

  public static String markdown(MetricCatalogue catalogue) {
    StringBuilder text = new StringBuilder();
    text.append("# Metrics\n\n")
        .append("Generated from `domain/src/main/resources/metrics.yaml` (version ")
        .append(catalogue.version())
        .append("); do not edit. Values stand in `marts.kpi_values`, one for each month and ")
        .append("dimension value.\n\n")
        .append("| metric | unit | direction | owner | tells |\n|---|---|---|---|---|\n");
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
        "\n## Measures\n\n| measure | what a customer contributes in a month |\n|---|---|\n");
    Arrays.stream(Measure.values())
        .forEach(m -> text.append("| `%s` | %s |\n".formatted(m.id(), m.description())));
    return text.toString();
  }

  private static String section(Metric metric) {
    String ratio =
        metric.denominator() == null
            ? "`%s`".formatted(metric.numerator().id())
            : "`%s` / `%s`".formatted(metric.numerator().id(), metric.denominator().id());
    return """

        ## %s

        %s

        - **Formula:** %s
        - **Measures:** %s%s
        - **Unit:** %s, %s
        - **Misleads when:** %s
        - **From:** %s
        - **By:** %s
        - **Complete:** %s
        """
        .formatted(
            metric.name(),
            metric.description(),
            metric.formula(),
            metric.scale() == 1 ? "" : "%.0f x ".formatted(metric.scale()),
            ratio,
            metric.unit(),
            metric.direction().replace('_', ' '),
            metric.risk(),
            metric.sourceTables().stream().map("`%s`"::formatted).collect(Collectors.joining(", ")),
            String.join(", ", metric.dimensions()),
            metric.maturityDays() == 0
                ? "when the month has ended"
                : metric.maturityDays() + " days after the month has ended");
  }
}
