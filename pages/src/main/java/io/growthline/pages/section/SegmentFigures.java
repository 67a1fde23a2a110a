package io.growthline.pages.section;

import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.Models;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What segments are worth: one row a segment, for pages and for the API. */
public enum SegmentFigures {
  /** How customers spend; absent without a recent purchase. */
  SEGMENT("p.behavioural_segment"),
  /** Where customers are in their life cycle. */
  LIFECYCLE("r.lifecycle_segment"),
  /** The scores of recency, frequency and monetary value. */
  RFM("r.cell");

  private static final String SCORES =
      Models.ALL.stream()
          .<String>map(ModelSpec::name)
          .map("MAX(CASE WHEN model = '%1$s' THEN score END) AS %1$s_score"::formatted)
          .collect(
              Collectors.joining(
                  ", ",
                  "SELECT customer_id, ",
                  ", MAX(CASE WHEN model = '"
                      + Models.CHURN
                      + "' THEN band END) AS churn_band FROM scores.customer_scores GROUP BY"
                      + " customer_id"));
  private static final String MEAN_SCORES =
      Models.ALL.stream()
          .<String>map(ModelSpec::name)
          .map(
              "AVG(s.%1$s_score) AS mean_%1$s_score, COUNT(s.%1$s_score) AS %1$s_scored"::formatted)
          .collect(Collectors.joining(", "));

  private final String segment;

  SegmentFigures(String segment) {
    this.segment = segment;
  }

  /** The names by which to choose. */
  public static List<String> names() {
    return Stream.of(values()).map(by -> by.name().toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * A SELECT without an order: segment, null where it cannot be known; customers and their share;
   * who needs protection; what they paid and spent in the last 90 days; mean scores of those who
   * are scored. Spending is null where that of one customer is not known; {@code
   * customers_without_spend} counts these.
   */
  public String sql() {
    return "SELECT "
        + segment
        + " AS segment, COUNT(*) AS customers,"
        + " COUNT(*) / CAST(SUM(COUNT(*)) OVER () AS DOUBLE) AS share,"
        + " SUM(CASE WHEN p.vulnerable_customer THEN 1 ELSE 0 END) AS vulnerable_customers,"
        + " SUM(p.paid_minor_90d) AS paid_minor_90d, "
        + known("SUM(p.spend_minor_90d)", "p.spend_minor_90d")
        + " AS spend_minor_90d, "
        + known("AVG(p.monthly_spend_minor)", "p.monthly_spend_minor")
        + " AS monthly_spend_minor, "
        + known(
            "SUM(p.spend_minor_90d) / NULLIF(CAST(SUM(p.spend_minor_prior_90d) AS DOUBLE), 0) - 1",
            "p.spend_minor_90d + p.spend_minor_prior_90d")
        + " AS spend_change, COUNT(*) - COUNT(p.spend_minor_90d) AS customers_without_spend, "
        + MEAN_SCORES
        + ", AVG(CASE WHEN s.churn_band = 'high' THEN 1.0 WHEN s.churn_band IS NOT NULL THEN 0.0"
        + " END) AS high_risk"
        + " FROM marts.customer_360_profile p"
        + " LEFT JOIN marts.customer_rfm r ON r.customer_id = p.customer_id"
        + " LEFT JOIN ("
        + SCORES
        + ") s ON s.customer_id = p.customer_id GROUP BY 1";
  }

  private static String known(String figure, String of) {
    return "CASE WHEN COUNT(" + of + ") = COUNT(*) THEN " + figure + " END";
  }
}
