package io.growthline.domain.ingest;

import io.growthline.domain.contract.Micros;
import java.nio.charset.StandardCharsets;
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
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long micros = UsualTimes.micros(bytes, 0, bytes.length);
    if (micros != UsualTimes.UNUSUAL) {
      return Micros.toInstant(micros);
    }
    try {
      return inRange(
          OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant(), column);
    } catch (DateTimeException e) {
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
}
