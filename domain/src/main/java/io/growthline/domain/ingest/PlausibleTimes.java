package io.growthline.domain.ingest;

import static io.growthline.domain.ingest.RejectionCode.FUTURE_EVENT;
import static io.growthline.domain.ingest.RejectionCode.OUT_OF_RANGE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * When an event of a mapped source can have happened. Such files mostly do not say when an event
 * was known, so the clock of the run stands in for it: a year mistyped must not become the newest
 * day of all.
 *
 * @param notBefore first day, UTC
 * @param readAt when the file was read
 */
record PlausibleTimes(LocalDate notBefore, Instant readAt) {
  /** First day unless a mapping names another; a zero as a time is 1970, in spreadsheets 1900. */
  static final LocalDate DEFAULT_NOT_BEFORE = LocalDate.of(1980, 1, 1);

  private static final Duration TOLERANCE = Duration.ofDays(1);

  /** Refuses a row whose times are not plausible; says nothing of what is no time. */
  void check(Map<String, ?> row) throws RejectedRecordException {
    Instant occurredAt = instant(row, "occurred_at");
    if (occurredAt != null && occurredAt.isBefore(startOf(notBefore))) {
      throw new RejectedRecordException(
          OUT_OF_RANGE,
          "occurred_at",
          "occurred_at lies before " + notBefore + "; not_before in the mapping sets another day");
    }
    checkFuture("occurred_at", occurredAt);
    checkFuture("ingested_at", instant(row, "ingested_at"));
  }

  private void checkFuture(String column, Instant time) throws RejectedRecordException {
    if (time != null && time.isAfter(readAt.plus(TOLERANCE))) {
      throw new RejectedRecordException(
          FUTURE_EVENT, column, column + " lies more than 24 hours after the file was read");
    }
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant instant(Map<String, ?> row, String column) throws RejectedRecordException {
    Object value = row.get(column);
    return value instanceof String text
        ? IsoTimes.timestamp(text, column)
        : value instanceof Instant instant ? instant : null;
  }
}
