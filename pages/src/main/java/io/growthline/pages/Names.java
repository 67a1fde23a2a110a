package io.growthline.pages;

import java.util.Locale;

/** Names of metrics, features and gates as people read them, in reports and on pages alike. */
public final class Names {
  private Names() {}

  /** {@code activation_rate_d7} becomes {@code Activation rate, day 7}. */
  public static String metric(String name) {
    return name.equals("nps")
        ? "Net promoter score"
        : title(name.replaceAll("_d(\\d+)$", ", day $1"))
            .replaceAll("\\b[Ll]tv\\b", "LTV")
            .replaceAll("\\bcac\\b", "CAC");
  }

  /** {@code session_count_30d} becomes {@code Session count, last 30 days}. */
  public static String feature(String name) {
    return title(
        name.replace("_minor", "")
            .replaceAll("_?(\\d+)d$", ", last $1 days")
            .replaceAll("_by_d(\\d+)$", " by day $1"));
  }

  /** {@code churn_auc} becomes {@code Churn AUC}. */
  public static String gate(String name) {
    return title(name).replaceAll("\\bauc\\b", "AUC");
  }

  /** {@code monthly_revenue_minor} becomes {@code Monthly revenue}. */
  public static String title(String name) {
    String words = name.replaceAll("_minor$", "").replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
