package io.growthline.domain.rule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.time.zone.ZoneRules;
import java.util.function.Supplier;

/** Dates, which rules hold as text {@code yyyy-mm-dd}, and instants from text of any format. */
final class Dates {
  /** What is wrong with a pattern such as {@code hh:mm} without {@code a}. */
  static final String PART_OF_TIME =
      "the format names a part of a time, but no time of day; HH is the hour, hh needs a beside it,"
          + " mm is minutes, ss seconds, SS a fraction";

  /** What is wrong with a pattern such as {@code yyyy-MM}. */
  static final String NO_DAY = "the format names no day";

  private Dates() {}

  /** The date in a text; a time of day beside it is left out. */
  static String date(String text, String format) {
    return day(TimePattern.ofDays(format).parse(text)).toString();
  }

  /**
   * The instant in a text. An offset or zone in the text goes before the zone, and a day without a
   * time is its first moment. A time that clocks skipped is refused; of one that they showed twice
   * it is the first.
   */
  static Instant timestamp(String text, String format, String zone) {
    return instant(TimePattern.ofInstants(format, zone).parse(text), zone(zone));
  }

  /** The instant that a text has said; {@code zone} where it says none. */
  static Instant instant(TemporalAccessor parsed, ZoneId zone) {
    ZoneId said = parsed.query(TemporalQueries.zone());
    ZoneId known = said == null ? zone : said;
    LocalDate day = day(parsed);
    if (!parsed.isSupported(ChronoField.NANO_OF_DAY)) {
      for (ChronoField field : ChronoField.values()) {
        if (field.isTimeBased() && parsed.isSupported(field)) {
          throw new Functions.NoValueException(PART_OF_TIME);
        }
      }
      return day.atStartOfDay(known).toInstant();
    }
    LocalDateTime local = day.atTime(LocalTime.from(parsed));
    if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
      return local.toInstant(ZoneOffset.from(parsed));
    }
    ZoneRules rules = known.getRules();
    if (rules.getValidOffsets(local).isEmpty()) {
      throw new Functions.NoValueException("a time that clocks skipped in " + known);
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

  static ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new Functions.NoValueException("not a time zone like Europe/London");
    }
  }

  static LocalDate day(TemporalAccessor parsed) {
    if (!parsed.isSupported(ChronoField.EPOCH_DAY)) {
      throw new Functions.NoValueException(NO_DAY);
    }
    return LocalDate.from(parsed);
  }
}
