package io.growthline.domain.growth;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Everything that is counted over all customers. Adding up in any order gives the same. */
public final class MartTotals implements Serializable {
  private final MeasureTotals measures = new MeasureTotals();
  private final RetentionCounts retention = new RetentionCounts();
  private LocalDate firstDay;

  public MeasureTotals measures() {
    return measures;
  }

  public RetentionCounts retention() {
    return retention;
  }

  /** Extends the calendar back to an event. */
  public void cover(Instant occurredAt) {
    cover(LocalDate.ofInstant(occurredAt, ZoneOffset.UTC));
  }

  Optional<LocalDate> firstDay() {
    return Optional.ofNullable(firstDay);
  }

  public void addAll(MartTotals other) {
    measures.addAll(other.measures);
    retention.addAll(other.retention);
    if (other.firstDay != null) {
      cover(other.firstDay);
    }
  }

  /** The days from the first event to the day before {@code asOf}; none without events. */
  public List<DimDate> days(LocalDate asOf) {
    return firstDay == null ? List.of() : Calendar.days(firstDay, asOf);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MartTotals totals
        && measures.equals(totals.measures)
        && retention.equals(totals.retention)
        && Objects.equals(firstDay, totals.firstDay);
  }

  @Override
  public int hashCode() {
    return Objects.hash(measures, retention, firstDay);
  }

  void cover(LocalDate day) {
    if (firstDay == null || day.isBefore(firstDay)) {
      firstDay = day;
    }
  }
}
