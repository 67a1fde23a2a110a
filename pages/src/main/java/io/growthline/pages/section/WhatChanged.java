package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** Which groups of customers moved the metrics of the newest month. */
public final class WhatChanged implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT metric, period_start, dimension, dimension_value, previous_value, value, effect,"
              + " total_change, effect / total_change AS part FROM marts.metric_changes"
              + " WHERE grain = 'month' AND adds_up AND effect IS NOT NULL AND total_change <> 0",
          "ABS(effect / total_change) * CASE metric WHEN 'monthly_recurring_revenue_minor' THEN 4"
              + " WHEN 'churn_rate' THEN 3 WHEN 'active_customers' THEN 2 ELSE 0 END DESC,"
              + " ABS(part) DESC, metric, dimension, dimension_value",
          Map.of());

  @Override
  public String id() {
    return "changes";
  }

  @Override
  public String title() {
    return "What changed, and where";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "What each group adds to the change of a metric against the month before; the groups of"
                + " a dimension add up to the whole change."),
        Grid.of(
                "changes",
                title(),
                ROWS,
                List.of(
                    Column.words("metric", "Metric", row -> Names.metric(row.text("metric"))),
                    Column.of("dimension_value", "Group", Format.TITLE)
                        .over("dimension", Format.TITLE),
                    Column.number(
                        "effect", "Adds", row -> MetricAmounts.change(source, row, "effect")),
                    Column.number(
                        "total_change",
                        "To a change of",
                        row -> MetricAmounts.change(source, row, "total_change"))))
            .inPagesOf(8)
            .orElse("There are not two complete months to compare."));
  }
}
