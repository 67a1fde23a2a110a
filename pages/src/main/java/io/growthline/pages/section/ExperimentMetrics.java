package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.List;

/** The metrics of the chosen experiment, with their effects and intervals. */
public final class ExperimentMetrics implements Section {
  @Override
  public String id() {
    return "experiment-metrics";
  }

  @Override
  public String title() {
    return "Metrics";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows =
        ExperimentChoice.chosen(source)
            .map(
                row ->
                    ExperimentChoice.results(
                        source, row, "dimension = 'all' AND role <> 'guardrail'"))
            .orElse(List.of());
    Intervals intervals =
        new Intervals(
            rows,
            "relative_effect",
            "relative_lower",
            "relative_upper",
            ExperimentChoice::intervalLabel);
    return List.of(
        new Sentence(
            "What the arm changed. Relative effects are drawn on one scale, from the mean of the"
                + " control; q is p corrected for all these comparisons. The adjusted effect uses what"
                + " customers did before."),
        Grid.of(
                "experiment-metrics",
                title(),
                new ListedRows(rows),
                List.of(
                    Column.of("metric", "Metric", Format.TITLE).over("role", Format.TITLE),
                    Column.of("arm", "Arm", Format.TITLE),
                    Column.of("customers", "Customers", Format.COUNT),
                    Column.number(
                        "control_mean",
                        "Control",
                        row -> ExperimentChoice.mean(source, row, "control_mean")),
                    Column.number(
                        "mean", "Arm's", row -> ExperimentChoice.mean(source, row, "mean")),
                    Column.number(
                        "effect", "Effect", row -> ExperimentChoice.change(source, row, "effect")),
                    Column.composed(
                        "Interval",
                        row -> ExperimentChoice.interval(source, row, "lower", "upper")),
                    Column.of("relative_effect", "Relative", Format.PERCENT),
                    intervals.drawn(),
                    Column.composed(
                        "Always valid",
                        row ->
                            ExperimentChoice.interval(source, row, "always_lower", "always_upper")),
                    Column.of("q_value", "q", Format.DECIMAL_4),
                    Column.composed("Adjusted", row -> adjusted(source, row)),
                    Column.of("verdict", "Verdict", Format.STATUS),
                    Column.words("verdict_reason", "Note", ExperimentMetrics::note)))
            .orElse("Nobody was exposed yet, so there is nothing to compare."));
  }

  private static String adjusted(Source source, Row row) {
    return row.get("adjusted_effect") == null
        ? Format.NONE
        : "%s (%s), %s of variance removed"
            .formatted(
                ExperimentChoice.change(source, row, "adjusted_effect"),
                ExperimentChoice.interval(source, row, "adjusted_lower", "adjusted_upper"),
                Format.PERCENT.text(row.get("variance_removed")));
  }

  /** The reason of a verdict, and what to keep in mind. */
  static String note(Row row) {
    String reason = row.get("verdict_reason") == null ? "" : row.text("verdict_reason");
    String warning = row.get("warning") == null ? "" : row.text("warning");
    return (reason + " " + warning).strip();
  }
}
