package io.growthline.pages.section;

import io.growthline.domain.scoring.Models;
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
          "SELECT COALESCE(p.behavioural_segment, 'no recent purchase') AS segment,"
              + " COUNT(*) AS customers,"
              + " COUNT(*) / CAST(SUM(COUNT(*)) OVER () AS DOUBLE) AS share,"
              + " AVG(p.monthly_spend_minor) AS monthly_spend_minor,"
              + " SUM(p.spend_minor_90d) AS spend_minor_90d,"
              + " SUM(p.spend_minor_90d) / NULLIF(CAST(SUM(p.spend_minor_prior_90d) AS DOUBLE), 0) - 1"
              + " AS spend_change,"
              + " AVG(CASE WHEN s.band = 'high' THEN 1.0 WHEN s.band IS NOT NULL THEN 0.0 END)"
              + " AS high_risk"
              + " FROM marts.customer_360_profile p LEFT JOIN scores.customer_scores s"
              + " ON s.customer_id = p.customer_id AND s.model = '"
              + Models.CHURN
              + "' GROUP BY 1",
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
