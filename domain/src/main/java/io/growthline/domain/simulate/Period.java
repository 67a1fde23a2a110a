package io.growthline.domain.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The days that are simulated.
 *
 * @param start first day
 * @param end day after the last
 */
public record Period(LocalDate start, LocalDate end) {
  /**
   * Day after the last when no start is asked for; fixed, so that data never depend on the clock.
   */
  public static final LocalDate DEFAULT_END = LocalDate.of(2026, 7, 1);

  public Period {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("Nothing to simulate from " + start + " to " + end);
    }
  }

  /** That many months up to {@link #DEFAULT_END}. */
  public static Period ofMonths(int months) {
    return new Period(DEFAULT_END.minusMonths(months), DEFAULT_END);
  }

  public long days() {
    return ChronoUnit.DAYS.between(start, end);
  }

  /** The day at a share of the period. */
  public LocalDate at(double share) {
    return start.plusDays(Math.round(share * days()));
  }

  public Instant endInstant() {
    return instant(end);
  }

  static Instant instant(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
