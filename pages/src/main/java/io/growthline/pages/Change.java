package io.growthline.pages;

import java.util.Locale;

/** How a value moved from one period to the next. */
public final class Change {
  private Change() {}

  /**
   * The change with its sign: points for shares and points, percent of the earlier value for all
   * else; empty where a percentage would mean nothing.
   *
   * @param unit unit of both values
   */
  public static String text(double from, double to, String unit) {
    return switch (unit) {
      case "share" -> signed((to - from) * 100, " pt");
      case "points" -> signed(to - from, " pt");
      default -> from <= 0 ? "" : signed((to / from - 1) * 100, "%");
    };
  }

  private static String signed(double value, String suffix) {
    String digits = String.format(Locale.ROOT, "%,.1f", Math.abs(value));
    String sign = digits.equals("0.0") ? "±" : value < 0 ? "−" : "+";
    return sign + digits + suffix;
  }
}
