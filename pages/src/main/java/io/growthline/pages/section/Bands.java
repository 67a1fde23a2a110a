package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** How many customers are in each band of each model. */
public final class Bands implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT model, band, COUNT(*) AS customers,"
              + " SUM(CASE WHEN vulnerable_customer THEN 1 ELSE 0 END) AS vulnerable"
              + " FROM scores.customer_scores GROUP BY model, band",
          "model DESC, CASE band WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END",
          Map.of());

  @Override
  public String id() {
    return "attention";
  }

  @Override
  public String title() {
    return "Who may need attention";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "Scores order helpful contact. Vulnerable customers go to help, never to offers."),
        Grid.of(
                "attention",
                title(),
                ROWS,
                List.of(
                    Column.of("model", "Model", Format.TITLE),
                    ScoreBand.column(),
                    Column.of("customers", "Customers", Format.COUNT),
                    Column.of("vulnerable", "Vulnerable: route to help", Format.COUNT)))
            .orElse("Nobody is scored."));
  }
}
