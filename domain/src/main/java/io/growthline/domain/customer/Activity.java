package io.growthline.domain.customer;

import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Transaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What counts as a sign of life: a transaction of any status, a session, a feature use. */
public final class Activity {
  /** The types of event that are activity. */
  public static final List<Class<? extends RawEvent>> TYPES =
      List.of(Transaction.class, Session.class, FeatureUse.class);

  private Activity() {}

  /** Whether an event is activity. */
  public static boolean is(RawEvent event) {
    return TYPES.contains(event.getClass());
  }

  /** The last known activity. */
  public static Optional<RawEvent> last(KnownEvents known) {
    RawEvent last = null;
    for (Class<? extends RawEvent> type : TYPES) {
      RawEvent event = known.newest(type).orElse(null);
      if (last == null || (event != null && event.occurredAt().isAfter(last.occurredAt()))) {
        last = event;
      }
    }
    return Optional.ofNullable(last);
  }

  /** The first known activity. */
  public static Optional<RawEvent> first(KnownEvents known) {
    RawEvent first = null;
    for (Class<? extends RawEvent> type : TYPES) {
      RawEvent event = known.first(type).orElse(null);
      if (first == null || (event != null && event.occurredAt().isBefore(first.occurredAt()))) {
        first = event;
      }
    }
    return Optional.ofNullable(first);
  }

  /** Whether there was activity on the days of {@code [from, to)}. */
  public static boolean any(KnownEvents known, LocalDate from, LocalDate to) {
    for (Class<? extends RawEvent> type : TYPES) {
      if (known.any(type, from, to)) {
        return true;
      }
    }
    return false;
  }
}
