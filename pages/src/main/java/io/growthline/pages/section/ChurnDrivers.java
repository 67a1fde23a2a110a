package io.growthline.pages.section;

import io.growthline.domain.scoring.Models;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Bar;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** What is often among the reasons of a high churn risk. */
public final class ChurnDrivers implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT r.feature, COUNT(DISTINCT r.customer_id) AS customers,"
              + " COUNT(DISTINCT r.customer_id) / MAX(t.customers) AS share"
              + " FROM scores.score_reasons r JOIN scores.customer_scores s"
              + " ON s.customer_id = r.customer_id AND s.model = r.model"
              + " CROSS JOIN (SELECT COUNT(*) AS customers FROM scores.customer_scores"
              + " WHERE model = '"
              + Models.CHURN
              + "' AND band = 'high') t"
              + " WHERE s.model = '"
              + Models.CHURN
              + "' AND s.band = 'high' AND r.contribution > 0"
              + " GROUP BY r.feature",
          "customers DESC, feature",
          Map.of());

  @Override
  public String id() {
    return "drivers";
  }

  @Override
  public String title() {
    return "What raises churn risk";
  }

  @Override
  public Place place() {
    return Place.SIDE;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence("Share of high-risk customers with this among their reasons"),
        Grid.of(
                "drivers",
                title(),
                ROWS,
                List.of(
                    Column.of("feature", "Reason", Format.FEATURE),
                    Column.of("share", "Share", Format.PERCENT),
                    Column.drawn(
                        "Drawn",
                        row ->
                            new Bar(
                                row.number("share"),
                                "accent",
                                Format.PERCENT.text(row.get("share"))))))
            .inPagesOf(6)
            .orElse("No customer has a high churn risk, or no churn model is in use."));
  }
}
