package io.growthline.domain.simulate;

import io.growthline.domain.event.CustomerProfile;
import java.time.Instant;
import java.util.Locale;

/** What the bank knows about one customer, and how it changes. */
final class ProfileHistory {
  private final World.Population world;
  private final Persona persona;
  private final RandomStream random;
  private final Journal journal;
  private String region;
  private int city;
  private boolean pushOptIn;
  private boolean vulnerable;
  private String card = "standard";
  private long creditLimitMinor;

  ProfileHistory(World.Population world, Persona persona, RandomStream random, Journal journal) {
    this.world = world;
    this.persona = persona;
    this.random = random;
    this.journal = journal;
    region = persona.region();
    city = 1 + random.below(5);
    pushOptIn = persona.pushOptIn();
    vulnerable = persona.vulnerable();
    creditLimitMinor = world.creditLimitsMinor().get(persona.income());
  }

  String region() {
    return region;
  }

  String income() {
    return persona.income();
  }

  boolean vulnerable() {
    return vulnerable;
  }

  void open() {
    record(persona.openedAt());
  }

  /** May change something within a month; changes happen in the order in which they are drawn. */
  void month(Instant from, Instant to) {
    boolean changed = false;
    if (random.chance(0.012)) {
      region = random.chance(0.3) ? random.pick(world.regions()) : region;
      city = 1 + random.below(5);
      changed = true;
    }
    if (random.chance(0.015)) {
      pushOptIn = !pushOptIn;
      changed = true;
    }
    if (!vulnerable && random.chance(world.vulnerableMonthly())) {
      vulnerable = true;
      changed = true;
    }
    if (random.chance(0.01)) {
      creditLimitMinor += 25_000;
      card = "credit";
      changed = true;
    }
    if (changed) {
      record(random.between(from, to));
    }
  }

  private void record(Instant at) {
    String name = String.format(Locale.ROOT, "Customer %06d", persona.number());
    Needs needs = persona.needs();
    String email = String.format(Locale.ROOT, "c%06d@example.invalid", persona.number());
    journal.add(
        "prf",
        "crm",
        at,
        e ->
            new CustomerProfile(
                e.eventId(),
                e.key(),
                e.customerId(),
                e.at(),
                e.ingestedAt(),
                2,
                e.source(),
                name,
                email,
                (long) persona.birthYear(),
                region,
                region + " " + city,
                persona.income(),
                persona.employment(),
                persona.channel(),
                persona.device(),
                card,
                creditLimitMinor,
                Period.day(persona.openedAt()),
                pushOptIn,
                vulnerable,
                persona.business(),
                needs.asked() ? needs.digitalConfidence() : null,
                needs.asked() ? needs.accessibility() : null,
                needs.asked() ? needs.newToCountry() : null));
  }
}
