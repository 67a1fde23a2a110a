package io.growthline.pages;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of metrics, features and gates as people read them, in reports and on pages alike. */
public final class Names {
  private static final Pattern ACRONYM =
      Pattern.compile("\\b(auc|cac|crm|ltv)\\b", Pattern.CASE_INSENSITIVE);

  private Names() {}

  /** {@code activation_rate_d7} becomes {@code Activation rate, day 7}. */
  public static String metric(String name) {
    return name.equals("nps")
        ? "Net promoter score"
        : title(name.replaceAll("_d(\\d+)$", ", day $1"));
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
    return title(name);
  }

  /**
   * {@code monthly_revenue_minor} becomes {@code Monthly revenue}, {@code crm} becomes {@code CRM}.
   */
  public static String title(String name) {
    String words = words(name);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** The same within a sentence: {@code retention_call} becomes {@code retention call}. */
  public static String words(String name) {
    String words =
        name.replaceAll("_minor$", "")
            .replaceAll("^inactive_(\\d+)_plus$", "inactive for more than $1 days")
            .replaceAll("^inactive_(\\d+)_(\\d+)$", "inactive for $1 to $2 days")
            .replace('_', ' ');
    return ACRONYM.matcher(words).replaceAll(word -> word.group().toUpperCase(Locale.ROOT));
  }
}
