package io.growthline.pages.section;

import io.growthline.pages.Amounts;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Bar;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** How many customers each behavioural segment holds, and what they spend. */
public final class Segments implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT COALESCE(segment, 'no recent purchase') AS segment, customers, share,"
              + " monthly_spend_minor, spend_minor_90d, spend_change, high_risk FROM ("
              + SegmentFigures.SEGMENT.sql()
              + ") AS figures",
          "customers DESC, segment",
          Map.of());

  @Override
  public String id() {
    return "segments";
  }

  @Override
  public String title() {
    return "Segments";
  }

  @Override
  public List<Block> blocks(Source source) {
    Amounts amounts = source.amounts();
    return List.of(
        new Sentence(
            "What customers do with their money: the last 90 days beside the 90 before. The share at"
                + " high risk is of those who are scored."),
        Grid.of(
                "segments",
                title(),
                ROWS,
                List.of(
                    Column.of("segment", "Segment", Format.TITLE),
                    Column.of("customers", "Customers", Format.COUNT),
                    Column.of("share", "Share", Format.PERCENT),
                    Column.drawn(
                        "Share as a bar",
                        row -> new Bar(row.number("share"), "accent", "Share of customers")),
                    Column.of("monthly_spend_minor", "Spend a month, mean", amounts.whole()),
                    Column.of("spend_minor_90d", "Spend, 90 days", amounts.brief()),
                    Column.of("spend_change", "Change", Format.PERCENT),
                    Column.of("high_risk", "At high risk", Format.PERCENT)))
            .orElse("There are no customers yet."));
  }
}
