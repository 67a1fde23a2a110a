package io.growthline.pages.section;

import io.growthline.domain.scoring.Models;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/**
 * Customers, those who may leave first.
 *
 * @param title heading
 * @param pageRows rows of a page
 */
public record Customers(String title, int pageRows) implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT p.customer_id, p.plan, p.region, p.behavioural_segment, p.recency_status, p.plan_price_minor, s.score, s.band,"
              + " p.vulnerable_customer, CASE WHEN p.vulnerable_customer THEN 'route to help'"
              + " ELSE 'review' END AS next_step, r.text AS reason, s.model_version, p.as_of"
              + " FROM marts.customer_360_profile p"
              + " LEFT JOIN scores.customer_scores s"
              + " ON s.customer_id = p.customer_id AND s.model = '"
              + Models.CHURN
              + "'"
              + " LEFT JOIN (SELECT customer_id, text, ROW_NUMBER() OVER (PARTITION BY customer_id"
              + " ORDER BY position) AS n FROM scores.score_reasons"
              + " WHERE model = '"
              + Models.CHURN
              + "' AND contribution > 0) r"
              + " ON r.customer_id = p.customer_id AND r.n = 1",
          "score DESC NULLS LAST, customer_id",
          Map.of());

  @Override
  public String id() {
    return "customers";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "Highest predicted churn in the next 30 days first. Vulnerable customers are routed to"
                + " help, never targeted."),
        Grid.of(
                "customers",
                title,
                ROWS,
                List.of(
                    Column.of("customer_id", "Customer", Format.TEXT).linked(Customers::address),
                    Column.of("behavioural_segment", "Segment", Format.TITLE),
                    Column.of("plan", "Plan", Format.TITLE),
                    Column.of("region", "Region", Format.TEXT),
                    Column.of("plan_price_minor", "Monthly price", source.amounts().exact()),
                    Column.of("score", "Churn risk", Format.PERCENT),
                    Column.of("band", "Band", Format.STATUS),
                    Column.of("reason", "Main reason", Format.SENTENCE),
                    Column.of("next_step", "Next step", Format.STATUS)))
            .filteredBy(
                new Filter("band", "Risk band", List.of("high", "medium", "low")),
                filter(source, "behavioural_segment", "Segment"),
                filter(source, "region", "Region"),
                filter(source, "plan", "Plan"),
                new Filter("next_step", "Next step", List.of("route to help", "review")))
            .inPagesOf(pageRows)
            .orElse("There are no customers yet. Run ./growthline demo to fill the warehouse."));
  }

  private static Filter filter(Source source, String column, String title) {
    return new Filter(
        column,
        title,
        source
            .query(
                "SELECT DISTINCT %1$s FROM marts.customer_360_profile WHERE %1$s IS NOT NULL ORDER BY %1$s"
                    .formatted(column))
            .stream()
            .map(row -> row.text(column))
            .toList());
  }

  /** The page of the customer whose id is in the row. */
  static String address(Row row) {
    return "/customers/" + Links.encoded(row.text("customer_id"));
  }
}
