package io.growthline.domain.customer;

import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Transaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What counts as a sign of life: a transaction of any status, a session, a feature use. */
public final class Activity {
  /** The types of event that are activity. */
  public static final List<Class<? extends RawEvent>> TYPES =
      List.of(Transaction.class, Session.class, FeatureUse.class);

  private Activity() {}

  /** The last known activity. */
  public static Optional<Instant> last(KnownEvents known) {
    return TYPES.stream()
        .map(type -> known.newest(type).map(RawEvent::occurredAt).orElse(null))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  /** The first known activity. */
  public static Optional<Instant> first(KnownEvents known) {
    return TYPES.stream()
        .map(type -> known.first(type, e -> true).map(RawEvent::occurredAt).orElse(null))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }

  /** Whether there was activity in {@code [from, to)}. */
  public static boolean any(KnownEvents known, Instant from, Instant to) {
    return TYPES.stream().anyMatch(type -> !known.between(type, from, to).isEmpty());
  }
}
