package io.growthline.domain.contract;

import java.time.Instant;
import java.time.LocalDate;

/** Instants as microseconds since the epoch, the precision that BigQuery and DuckDB keep. */
public final class Micros {
  public static final long PER_SECOND = 1_000_000L;
  public static final long PER_DAY = 86_400 * PER_SECOND;

  private Micros() {}

  /**
   * @throws ArithmeticException when the instant is more than 292,000 years from the epoch
   */
  public static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1_000);
  }

  /** The midnight, UTC, at which a day begins. */
  public static long of(LocalDate day) {
    return Math.multiplyExact(day.toEpochDay(), PER_DAY);
  }

  public static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000L);
  }

  /** The UTC day, counted from the epoch. */
  public static long toEpochDay(long micros) {
    return Math.floorDiv(micros, PER_DAY);
  }
}
