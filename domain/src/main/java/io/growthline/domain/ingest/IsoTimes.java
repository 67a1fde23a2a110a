package io.growthline.domain.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** ISO-8601 times and dates as contracts take them: a zone is required, years 1 to 9999. */
final class IsoTimes {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private IsoTimes() {}

  static Instant timestamp(String text, String column) throws RejectedRecordException {
    try {
      if (text.length() == 20 && text.charAt(19) == 'Z' && text.charAt(10) == 'T') {
        return utcSeconds(text);
      }
      return inRange(
          OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant(), column);
    } catch (DateTimeException | NumberFormatException e) {
      throw new RejectedRecordException(
          RejectionCode.WRONG_TYPE,
          column,
          column + " must be an ISO-8601 time with a zone, like 2026-01-31T12:00:00Z");
    }
  }

  /** Cuts to microseconds, which is what the warehouses keep. */
  static Instant inRange(Instant instant, String column) throws RejectedRecordException {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new RejectedRecordException(
          RejectionCode.OUT_OF_RANGE, column, column + " must lie in the years 1 to 9999");
    }
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  static LocalDate date(String text, String column) throws RejectedRecordException {
    LocalDate date;
    try {
      date = LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new RejectedRecordException(
          RejectionCode.WRONG_TYPE, column, column + " must be a date like 2026-01-31");
    }
    return inRange(date, column);
  }

  static LocalDate inRange(LocalDate date, String column) throws RejectedRecordException {
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new RejectedRecordException(
          RejectionCode.OUT_OF_RANGE, column, column + " must lie in the years 1 to 9999");
    }
    return date;
  }

  // The usual form, several times faster than the formatter.
  private static Instant utcSeconds(String text) {
    if (text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(13) != ':') {
      throw new DateTimeException("separators");
    }
    if (text.charAt(16) != ':') {
      throw new DateTimeException("separators");
    }
    int year = digits(text, 0, 4);
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, 19);
    if (year < 1 || hour > 23 || minute > 59 || second > 59) {
      throw new DateTimeException("field out of range");
    }
    LocalDate day = LocalDate.of(year, digits(text, 5, 7), digits(text, 8, 10));
    return Instant.ofEpochSecond(day.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second);
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("digits");
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
