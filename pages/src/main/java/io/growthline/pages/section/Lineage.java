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

/** Which columns each metric comes from. */
public final class Lineage implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT * FROM monitoring.metric_lineage", "metric, table_name, column_name", Map.of());

  @Override
  public String id() {
    return "lineage";
  }

  @Override
  public String title() {
    return "Where metrics come from";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence("Columns behind each metric; search for a column to see what depends on it."),
        Grid.of(
                "lineage",
                title(),
                ROWS,
                List.of(
                    Column.words("metric", "Metric", row -> Names.metric(row.text("metric"))),
                    Column.of("table_name", "Table", Format.CODE),
                    Column.of("column_name", "Column", Format.CODE),
                    Column.of("meaning", "Meaning", Format.SENTENCE),
                    Column.of("via", "Through", Format.CODE)))
            .inPagesOf(12)
            .orElse("No metric has been published yet."));
  }
}
