package io.growthline.pages.section;

import io.growthline.domain.scoring.Models;
import io.growthline.pages.Change;
import io.growthline.pages.Format;
import io.growthline.pages.Series;
import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one sentence that a reader should remember, computed from the tables. */
public final class Finding {
  private static final String REVENUE = "monthly_recurring_revenue_minor";
  private static final String CUSTOMERS = "active_customers";
  private static final String CHURN = "churn_rate";

  private Finding() {}

  /** How revenue and churn moved. */
  public static String course(Source source) {
    Map<String, Series> series = Series.all(source);
    Optional<Series> revenue = moved(series, REVENUE);
    Optional<Series> churn = moved(series, CHURN);
    if (series.isEmpty()) {
      return "No complete month has been measured yet.";
    }
    if (revenue.isEmpty() && churn.isEmpty()) {
      return series.size() + " metrics are measured; two months are needed to speak of a change.";
    }
    if (revenue.isEmpty() || churn.isEmpty()) {
      return revenue.map(Finding::grown).orElseGet(() -> level(churn.orElseThrow())) + ".";
    }
    boolean against = revenue.get().tone().equals("good") != churn.get().tone().equals("good");
    return grown(revenue.get()) + (against ? ", but " : ", and ") + lower(level(churn.get())) + ".";
  }

  /** How revenue moved, and how many may leave. */
  public static String risk(Source source) {
    Map<String, Series> series = Series.all(source);
    List<String> parts = new ArrayList<>();
    moved(series, REVENUE)
        .or(() -> moved(series, CUSTOMERS))
        .ifPresent(course -> parts.add(grown(course)));
    Row scored =
        source
            .query(
                "SELECT COUNT(*) AS customers, SUM(CASE WHEN band = 'high' THEN 1 ELSE 0 END) AS high"
                    + " FROM scores.customer_scores WHERE model = '"
                    + Models.CHURN
                    + "'")
            .get(0);
    if (scored.number("customers") > 0) {
      parts.add(
          "%s of %s customers are at high risk of leaving"
              .formatted(
                  Format.COUNT.text(scored.get("high")),
                  Format.COUNT.text(scored.get("customers"))));
    }
    return parts.isEmpty()
        ? "There is not enough data yet for a finding about customers."
        : String.join(", and ", parts) + ".";
  }

  private static Optional<Series> moved(Map<String, Series> series, String metric) {
    return Optional.ofNullable(series.get(metric)).filter(s -> s.previous().isPresent());
  }

  /** What grew or fell, and by how much. */
  private static String grown(Series series) {
    double now = series.last().value();
    double before = series.previous().orElseThrow().value();
    String change = Change.text(before, now, series.metric().unit());
    if (change.isEmpty() || change.startsWith("±")) {
      return series.title() + " held steady at " + inMonth(series);
    }
    return series.title()
        + (now > before ? " grew " : " fell ")
        + change.substring(1)
        + " to "
        + inMonth(series);
  }

  /** What it rose or fell to. */
  private static String level(Series series) {
    double now = series.last().value();
    double before = series.previous().orElseThrow().value();
    return series.title()
        + (now > before ? " rose to " : now < before ? " fell to " : " stayed at ")
        + inMonth(series);
  }

  private static String inMonth(Series series) {
    return series.value() + " in " + Format.MONTH.text(series.last().month());
  }

  private static String lower(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
