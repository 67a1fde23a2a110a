package io.growthline.domain.growth;

import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.metric.Dimension;
import java.util.function.BiConsumer;

/** Under which dimensions and values a customer counts. */
final class Breakdown {
  private Breakdown() {}

  /**
   * What was true at signup: a later move, or a higher income, does not take a customer out of the
   * group that signed up.
   */
  static void atSignup(
      String channel, String region, String incomeSegment, BiConsumer<String, String> into) {
    into.accept(Dimension.ALL, Dimension.ALL);
    into.accept("signup_channel", text(channel));
    into.accept("region", text(region));
    into.accept("income_segment", text(incomeSegment));
  }

  /**
   * What was true in a version of the customer.
   *
   * @param version null before the first
   */
  static void of(DimCustomer version, BiConsumer<String, String> into) {
    into.accept(Dimension.ALL, Dimension.ALL);
    into.accept("region", text(version == null ? null : version.region()));
    into.accept("income_segment", text(version == null ? null : version.incomeSegment()));
  }

  private static String text(String value) {
    return value == null ? Dimension.UNKNOWN : value;
  }
}
