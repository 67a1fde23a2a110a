package io.growthline.domain.report;

import java.util.Locale;

/** Numbers for people. Months, signs and separators do not depend on the machine. */
final class Figures {
  private static final String NONE = "–";

  private Figures() {}

  /** A value in the unit of a metric: pounds for pence, percent for shares. */
  static String of(Double value, String unit) {
    if (value == null || value.isNaN()) {
      return NONE;
    }
    return switch (unit) {
      case "minor" -> money(value);
      case "share" -> percent(value);
      default ->
          value == Math.rint(value) || Math.abs(value) >= 1000
              ? whole(value)
              : format("%,.2f", value).replace("-", "−");
    };
  }

  static String money(Double minor) {
    if (minor == null) {
      return NONE;
    }
    double pounds = minor / 100;
    String sign = pounds < 0 ? "−" : "";
    double size = Math.abs(pounds);
    if (size >= 1e6) {
      return sign + format("£%.2fM", size / 1e6);
    }
    if (size >= 1e4) {
      return sign + format("£%.1fk", size / 1e3);
    }
    return sign + (size >= 100 ? format("£%,.0f", size) : format("£%.2f", size));
  }

  static String percent(Double share) {
    return share == null ? NONE : format("%.1f %%", share * 100);
  }

  static String whole(double value) {
    return format("%,.0f", value);
  }

  static String decimal(Double value, int digits) {
    return value == null ? NONE : format("%." + digits + "f", value).replace("-", "−");
  }

  /** Change of a metric from one month to the next, with its sign. */
  static String change(Double from, Double to, String unit) {
    if (from == null || to == null) {
      return "";
    }
    double change =
        switch (unit) {
          case "share" -> (to - from) * 100;
          case "points" -> to - from;
          default -> from == 0 ? 0 : (to / from - 1) * 100;
        };
    String suffix = unit.equals("share") || unit.equals("points") ? " pt" : " %";
    String sign = change > 0 ? "+" : change < 0 ? "−" : "±";
    return sign + format("%.1f", Math.abs(change)) + suffix;
  }

  private static String format(String pattern, Object value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
