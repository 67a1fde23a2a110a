package io.growthline.cloudrun.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Formats {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final int PENCE_BELOW_MINOR = 100_00;

  private Formats() {}

  static String money(double minor) {
    String sign = minor < 0 ? "−" : "";
    return sign + "£" + String.format(Locale.UK, "%,.0f", Math.abs(minor) / 100);
  }

  /** With pence, for prices. */
  static String price(double minor) {
    return "£" + String.format(Locale.UK, "%,.2f", minor / 100);
  }

  static String percent(double share) {
    return String.format(Locale.UK, "%.1f%%", share * 100);
  }

  static String count(double value) {
    boolean whole = value == Math.rint(value) || Math.abs(value) >= 1000;
    return String.format(Locale.UK, whole ? "%,.0f" : "%,.2f", value);
  }

  /** A value in the unit of its metric. */
  static String value(double value, String unit) {
    return switch (unit) {
      case "minor" -> Math.abs(value) < PENCE_BELOW_MINOR ? price(value) : money(value);
      case "share" -> percent(value);
      case "points" -> count(Math.rint(value));
      default -> count(value);
    };
  }

  /** A change with its sign: points for shares, percent for all else. */
  static String change(double from, double to, String unit) {
    if (unit.equals("share")) {
      return signed((to - from) * 100, " pt");
    }
    return from == 0 ? "" : signed((to / from - 1) * 100, "%");
  }

  private static String signed(double value, String suffix) {
    String digits = String.format(Locale.UK, "%,.1f", Math.abs(value));
    String sign = digits.equals("0.0") ? "±" : value < 0 ? "−" : "+";
    return sign + digits + suffix;
  }

  static String day(LocalDate date) {
    return date == null ? "no data" : DAY.format(date);
  }

  static String month(LocalDate date) {
    return MONTH.format(date);
  }

  /** Without the year, where another month beside it shows it. */
  static String shortMonth(LocalDate date) {
    return date.format(DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH));
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
