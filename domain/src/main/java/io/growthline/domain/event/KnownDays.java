package io.growthline.domain.event;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many events became known on which day. Few events that come after a long silence are strays:
 * a wrong clock or a typing error, which must not decide what the newest day is.
 */
public final class KnownDays {
  /** Days without an event after which few events are strays. */
  public static final int SILENCE = 92;

  private static final int ONE_IN = 1_000;
  private static final int HANDFUL = 5;
  private static final int ONE_IN_A_HANDFUL = 10;

  private final NavigableMap<LocalDate, Long> events;
  private final long all;

  /**
   * @param events number of events by day, UTC
   */
  public KnownDays(Map<LocalDate, Long> events) {
    this.events = new TreeMap<>(events);
    this.all = events.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The newest day of an event that is no stray; empty without events. */
  public Optional<LocalDate> newest() {
    if (events.isEmpty()) {
      return Optional.empty();
    }
    LocalDate newest = events.lastKey();
    long later = 0;
    for (LocalDate day : events.descendingKeySet()) {
      later += events.get(day);
      if (!areFew(later)) {
        break;
      }
      LocalDate before = events.lowerKey(day);
      if (before != null && ChronoUnit.DAYS.between(before, day) > SILENCE) {
        newest = before;
      }
    }
    return Optional.of(newest);
  }

  // A share of many events, and of few ones at least a handful.
  private boolean areFew(long count) {
    return count <= Math.max(all / ONE_IN, Math.min(HANDFUL, all / ONE_IN_A_HANDFUL));
  }
}
