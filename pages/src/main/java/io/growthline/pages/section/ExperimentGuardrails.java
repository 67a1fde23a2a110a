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

/** What the chosen experiment must not harm. */
public final class ExperimentGuardrails implements Section {
  @Override
  public String id() {
    return "experiment-guardrails";
  }

  @Override
  public String title() {
    return "Guardrails";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows =
        ExperimentChoice.chosen(source)
            .map(
                row ->
                    ExperimentChoice.results(
                        source, row, "dimension = 'all' AND role = 'guardrail'"))
            .orElse(List.of());
    return List.of(
        new Sentence(
            "Kept: the whole interval stays within the bound. Breached: all of it lies beyond."
                + " Unclear: it crosses the bound."),
        Grid.of(
                "experiment-guardrails",
                title(),
                new ListedRows(rows),
                List.of(
                    Column.of("metric", "Metric", Format.TITLE).over("direction", Format.TITLE),
                    Column.of("arm", "Arm", Format.TITLE),
                    Column.of("guardrail", "State", Format.STATUS),
                    Column.number(
                        "effect", "Effect", row -> ExperimentChoice.change(source, row, "effect")),
                    Column.composed(
                        "Interval",
                        row -> ExperimentChoice.interval(source, row, "lower", "upper")),
                    Column.number(
                        "bound",
                        "May get worse by",
                        row -> ExperimentChoice.change(source, row, "bound")),
                    Column.words("verdict_reason", "Note", ExperimentMetrics::note)))
            .orElse("The experiment has no guardrails, or nobody was exposed yet."));
  }
}
