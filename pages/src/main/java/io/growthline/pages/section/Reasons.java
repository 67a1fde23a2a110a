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

/** The strongest reasons of a high churn risk. */
public final class Reasons implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT n.*, n.customers / MAX(n.customers) OVER () AS of_most FROM (SELECT feature,"
              + " MIN(text) AS example, COUNT(*) AS customers FROM scores.score_reasons AS reason"
              + " JOIN scores.customer_scores AS score"
              + " ON reason.customer_id = score.customer_id AND reason.model = score.model"
              + " WHERE reason.model = '"
              + Models.CHURN
              + "' AND band = 'high' AND position = 1"
              + " AND contribution > 0 GROUP BY feature) AS n",
          "customers DESC, feature",
          Map.of());

  @Override
  public String id() {
    return "reasons";
  }

  @Override
  public String title() {
    return "Why they may leave";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence("The strongest reason of each customer at high risk of leaving."),
        Grid.of(
                "reasons",
                title(),
                ROWS,
                List.of(
                    Column.of("feature", "Reason", Format.FEATURE).over("example", Format.SENTENCE),
                    Column.of("customers", "Customers", Format.COUNT),
                    Column.drawn(
                        "Drawn",
                        row ->
                            new Bar(
                                row.number("of_most"),
                                "accent",
                                Format.COUNT.text(row.get("customers")) + " customers"))))
            .inPagesOf(6)
            .orElse("Nobody is at high risk."));
  }
}
