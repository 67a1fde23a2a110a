package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** Which published figures of earlier periods changed, and because of which rows. */
public final class RestatedFigures implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT * FROM monitoring.restatements",
          "as_of DESC, ABS(difference) DESC NULLS LAST, metric, grain, period_start, dimension,"
              + " dimension_value",
          Map.of());

  @Override
  public String id() {
    return "restatements";
  }

  @Override
  public String title() {
    return "Restated figures";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "Figures of complete periods that a later run published again with another value."),
        Grid.of(
                "restatements",
                title(),
                ROWS,
                List.of(
                    Column.words("metric", "Metric", row -> Names.metric(row.text("metric"))),
                    Column.of("period_start", "Period", Format.DAY).over("grain", Format.TITLE),
                    Column.of("dimension_value", "Group", Format.TITLE)
                        .over("dimension", Format.TITLE),
                    Column.number(
                        "published_before",
                        "Before",
                        row -> MetricAmounts.of(source, row, "published_before")),
                    Column.number(
                        "published_now",
                        "Now",
                        row -> MetricAmounts.of(source, row, "published_now")),
                    Column.of("late_rows", "Late rows", Format.COUNT)
                        .over("late_rows_by_table", Format.TEXT),
                    Column.of("as_of", "Restated as of", Format.DAY)))
            .inPagesOf(10)
            .orElse("No published figure has changed."));
  }
}
