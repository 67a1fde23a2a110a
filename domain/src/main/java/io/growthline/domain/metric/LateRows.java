package io.growthline.domain.metric;

import io.growthline.domain.contract.TableSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Finds rows that came late. */
public interface LateRows {
  /**
   * Late rows of one day.
   *
   * @param day day on which they occurred, UTC
   * @param arrived their number
   */
  record OfDay(LocalDate day, long arrived, Instant firstOccurredAt, Instant lastOccurredAt) {}

  /**
   * The rows of a raw table that occurred on the days of {@code [from, to)} and were ingested on
   * those of {@code [since, asOf)}, by day.
   */
  List<OfDay> of(TableSpec<?> raw, LocalDate from, LocalDate to, LocalDate since, LocalDate asOf);
}
