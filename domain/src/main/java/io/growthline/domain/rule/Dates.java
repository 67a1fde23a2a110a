package io.growthline.domain.rule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Dates, which rules hold as text {@code yyyy-mm-dd}, and instants from text of any format. */
final class Dates {
  private static final Map<String, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

  private Dates() {}

  /** The date in a text; a time of day beside it is left out. */
  static String date(String text, String format) {
    return day(parse(text, format)).toString();
  }

  /**
   * The instant in a text. An offset in the text goes before the zone, and a day without a time is
   * its first moment. A time that clocks skipped is refused; of one that they showed twice it is
   * the first.
   */
  static Instant timestamp(String text, String format, String zone) {
    TemporalAccessor parsed = parse(text, format);
    if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Instant.from(parsed);
    }
    if (!parsed.isSupported(ChronoField.NANO_OF_DAY)) {
      return day(parsed).atStartOfDay(zone(zone)).toInstant();
    }
    LocalDateTime local = day(parsed).atTime(LocalTime.from(parsed));
    if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
      return local.toInstant(ZoneOffset.from(parsed));
    }
    ZoneRules rules = zone(zone).getRules();
    if (rules.getValidOffsets(local).isEmpty()) {
      throw new Functions.NoValueException("a time that clocks skipped in " + zone);
    }
    return local.toInstant(rules.getValidOffsets(local).get(0));
  }

  /** The first moment of a date. */
  static Instant startOfDay(String date, String zone) {
    return iso(date).atStartOfDay(zone(zone)).toInstant();
  }

  static String addDays(String date, long days) {
    return moved(() -> iso(date).plusDays(days));
  }

  /** The same day of another month, or its last day when it is shorter. */
  static String addMonths(String date, long months) {
    return moved(() -> iso(date).plusMonths(months));
  }

  private static String moved(Supplier<LocalDate> move) {
    try {
      LocalDate date = move.get();
      if (date.getYear() >= 1 && date.getYear() <= 9999) {
        return date.toString();
      }
    } catch (DateTimeException | ArithmeticException e) {
      // Told below, like a year that columns cannot hold.
    }
    throw new Functions.NoValueException("a date outside the years 1 to 9999");
  }

  private static LocalDate iso(String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new Functions.NoValueException("not a date like 2026-01-31");
    }
  }

  private static ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new Functions.NoValueException("not a time zone like Europe/London");
    }
  }

  private static LocalDate day(TemporalAccessor parsed) {
    if (!parsed.isSupported(ChronoField.EPOCH_DAY)) {
      throw new Functions.NoValueException("the format names no day");
    }
    return LocalDate.from(parsed);
  }

  private static TemporalAccessor parse(String text, String format) {
    DateTimeFormatter formatter;
    try {
      formatter = FORMATS.computeIfAbsent(format, Dates::formatter);
    } catch (IllegalArgumentException e) {
      throw new Functions.NoValueException("not a pattern of dates and times: " + format);
    }
    try {
      return formatter.parse(text.strip());
    } catch (DateTimeException e) {
      throw new Functions.NoValueException("not a date or time of the format " + format);
    }
  }

  private static DateTimeFormatter formatter(String format) {
    if (format.equals("iso")) {
      return new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
    }
    // Years are written yyyy by nearly everybody; strict resolving would demand an era for them.
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(format.replaceAll("y(?=([^']*'[^']*')*[^']*$)", "u"))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
