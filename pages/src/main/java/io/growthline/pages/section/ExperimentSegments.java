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

/** For whom the chosen experiment changes more. */
public final class ExperimentSegments implements Section {
  @Override
  public String id() {
    return "experiment-segments";
  }

  @Override
  public String title() {
    return "Segments";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows =
        ExperimentChoice.chosen(source)
            .map(
                row ->
                    ExperimentChoice.results(
                        source, row, "dimension <> 'all' AND role = 'primary'"))
            .orElse(List.of());
    Intervals intervals =
        new Intervals(rows, "effect", "lower", "upper", ExperimentChoice::intervalLabel);
    return List.of(
        new Sentence(
            "The effect on the primary metric by what customers were when they were exposed, with"
                + " at least 250 customers of each arm. Values of a segment differ when their"
                + " difference is more than chance: p is below the experiment's alpha."),
        Grid.of(
                "experiment-segments",
                title(),
                new ListedRows(rows),
                List.of(
                    Column.of("value", "Who", Format.TITLE).over("dimension", Format.TITLE),
                    Column.of("arm", "Arm", Format.TITLE),
                    Column.of("customers", "Customers", Format.COUNT),
                    Column.of("control_customers", "Control", Format.COUNT),
                    Column.number(
                        "effect", "Effect", row -> ExperimentChoice.change(source, row, "effect")),
                    Column.composed(
                        "Interval",
                        row -> ExperimentChoice.interval(source, row, "lower", "upper")),
                    intervals.drawn(),
                    Column.of("segment_p", "Differ, p", Format.DECIMAL_3),
                    Column.of("verdict", "Verdict", Format.STATUS),
                    Column.of("verdict_reason", "Note", Format.SENTENCE)))
            .inPagesOf(10)
            .orElse("The experiment has no segments, or nobody was exposed yet."));
  }
}
