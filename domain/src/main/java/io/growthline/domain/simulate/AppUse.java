package io.growthline.domain.simulate;

import java.time.Instant;
import java.util.List;

/** App sessions of one customer and the features used in them. */
final class AppUse {
  private static final List<String> FEATURES =
      List.of(
          "spending_insights",
          "spending_insights",
          "instant_transfer",
          "instant_transfer",
          "savings_pots",
          "budgeting",
          "bill_split",
          "card_freeze",
          "round_ups",
          "travel_rates");

  private final World world;
  private final Persona persona;
  private final RandomStream random;
  private final Journal journal;
  private final Signals signals;
  private double crashFactor = 1;

  AppUse(World world, Persona persona, RandomStream random, Journal journal, Signals signals) {
    this.world = world;
    this.persona = persona;
    this.random = random;
    this.journal = journal;
    this.signals = signals;
  }

  /** Some months a customer's device runs a bad version of the app. */
  void startMonth() {
    crashFactor = random.chance(0.05) ? 10 : persona.device().equals("android") ? 1.3 : 0.75;
  }

  /** Visits on a day, not before {@code from}. */
  void day(Day day, Instant from) {
    double rate = world.activity().sessionsPerDay() * persona.appUse() * day.level();
    rate *= day.drifted() ? world.drift().sessionFactor() : 1;
    if (day.tenure() < 4) {
      rate *= 2.5 * Math.exp(0.5 * persona.eagerness());
    }
    for (int left = random.poisson(rate); left > 0; left--) {
      Instant at = random.within(day.date());
      if (!at.isBefore(from)) {
        visit(at, day);
      }
    }
  }

  private void visit(Instant at, Day day) {
    double length = day.drifted() ? world.drift().sessionLengthFactor() : 1;
    long seconds = Math.max(3, Math.round(random.logNormal(95 * length, 0.8)));
    long screens = 1 + seconds / 25 + random.below(3);
    boolean crashed = random.chance(Math.min(0.5, world.activity().crashRate() * crashFactor));
    if (!journal.session(at, seconds, screens, crashed)) {
      return;
    }
    if (crashed) {
      signals.crash(at);
    }
    int uses = random.poisson(world.activity().featuresPerSession());
    for (int i = 0; i < uses; i++) {
      journal.feature(at.plusSeconds(random.below((int) Math.min(seconds, 3_600))), feature());
    }
  }

  private String feature() {
    return random.pick(FEATURES);
  }
}
