package io.growthline.pages.section;

import io.growthline.pages.Format;
import io.growthline.warehouse.Row;
import java.util.Map;

/** Outcomes and groups of customers in words. */
final class OutcomeWords {
  private static final Map<String, String> OUTCOMES =
      Map.of(
          "activated_7d", "were activated within 7 days",
          "funded_30d", "funded the account within 30 days",
          "active_90d", "were still active at day 90",
          "complaint_90d", "complained within 90 days",
          "support_contact_90d", "contacted support within 90 days",
          "offer_understood", "understood the terms of an offer");
  private static final Map<String, String> YES =
      Map.of(
          "vulnerable_customer", "a need of protection",
          "accessibility_need", "an accessibility need",
          "new_to_country", "less than two years in the country",
          "student", "the income of a student");
  private static final Map<String, String> NO =
      Map.of(
          "vulnerable_customer", "no need of protection",
          "accessibility_need", "no accessibility need",
          "new_to_country", "two years or more in the country",
          "student", "another income");

  private OutcomeWords() {}

  /** What customers did. */
  static String outcome(Row gap) {
    String name = gap.text("outcome");
    return OUTCOMES.getOrDefault(name, name.replace('_', ' '));
  }

  /** The same as the entry of a table. */
  static String title(Row gap) {
    String words = outcome(gap);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /**
   * A group, after the words "customers with".
   *
   * @param column of the value
   */
  static String group(Row gap, String column) {
    String dimension = gap.text("dimension");
    String value = gap.text(column);
    return switch (value) {
      case "yes" -> YES.getOrDefault(dimension, value);
      case "no" -> NO.getOrDefault(dimension, value);
      default -> value + " " + (dimension.equals("income_segment") ? "income" : words(dimension));
    };
  }

  /** The group, its share and its size; a dash without one. */
  static String share(Row gap, String side) {
    return gap.get(side + "_group") == null
        ? Format.NONE
        : "%s: %s of %s"
            .formatted(
                gap.text(side + "_group"),
                Format.PERCENT.text(gap.get(side + "_rate")),
                Format.COUNT.text(gap.get(side + "_customers")));
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }
}
