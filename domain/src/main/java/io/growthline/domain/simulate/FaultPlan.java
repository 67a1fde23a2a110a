package io.growthline.domain.simulate;

import io.growthline.domain.event.RawEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides which valid rows get which fault; a row gets one at most, whatever its neighbours. */
public final class FaultPlan {
  private static final List<Fault> MALFORMED =
      List.of(
          Fault.TRUNCATED,
          Fault.WRONG_TYPE,
          Fault.MISSING_FIELD,
          Fault.NOT_ALLOWED,
          Fault.UNKNOWN_COLUMN);
  private final World.Faults rates;
  private final double factor;
  private final long seed;
  private final Instant schemaChange;

  private FaultPlan(World.Faults rates, double factor, long seed, Instant schemaChange) {
    this.rates = rates;
    this.factor = factor;
    this.seed = seed;
    this.schemaChange = schemaChange;
  }

  /**
   * The plan of a level.
   *
   * @param level {@code none}, {@code standard} or {@code harsh}
   * @throws IllegalArgumentException for another level
   */
  public static FaultPlan of(String level, World world, Period period, long seed) {
    double factor =
        switch (level.toLowerCase(Locale.ROOT)) {
          case "none" -> 0;
          case "standard" -> 1;
          case "harsh" -> 10;
          default ->
              throw new IllegalArgumentException(
                  "Unknown fault level '" + level + "'; use none, standard or harsh");
        };
    Instant change = Period.instant(period.at(world.faults().schemaChangeAtShare()));
    return new FaultPlan(world.faults(), factor, seed, change);
  }

  public Optional<Fault> faultOf(RawEvent event) {
    if (factor == 0) {
      return Optional.empty();
    }
    RandomStream random = RandomStream.of(seed, event.eventId().hashCode(), event.eventId());
    double draw = random.uniform() / factor;
    draw -= rates.duplicate();
    if (draw < 0) {
      return Optional.of(Fault.DUPLICATE);
    }
    draw -= rates.redelivery();
    if (draw < 0) {
      return Optional.of(Fault.REDELIVERY);
    }
    draw -= rates.late();
    if (draw < 0) {
      return Optional.of(Fault.LATE);
    }
    draw -= rates.malformed();
    if (draw < 0) {
      return Optional.of(random.pick(MALFORMED));
    }
    draw -= rates.schemaChange();
    boolean changed = draw < 0 && !event.occurredAt().isBefore(schemaChange);
    return changed ? Optional.of(Fault.SCHEMA_CHANGE) : Optional.empty();
  }
}
