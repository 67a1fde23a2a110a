package io.growthline.domain.simulate;

import java.time.Instant;
import java.util.List;

/** Support contacts and survey answers of one customer. */
final class Care {
  private static final List<String> TOPICS = List.of("card", "transfer", "fees", "account", "app");
  private static final List<String> CHANNELS = List.of("chat", "chat", "phone", "email");
  private final RandomStream random;
  private final Journal journal;
  private final Signals signals;
  private final double contactFactor;
  private final double satisfaction;

  /** {@code contactFactor} is how many more contacts than others, 1 for as many. */
  Care(double contactFactor, RandomStream random, Journal journal, Signals signals) {
    this.contactFactor = contactFactor;
    this.random = random;
    this.journal = journal;
    this.signals = signals;
    this.satisfaction = random.normal();
  }

  void month(Instant from, Instant to, boolean declining) {
    double trouble = signals.crashes(from, 30) * 0.12 + signals.failedPayments(from, 30) * 0.25;
    int contacts = random.poisson(0.09 * contactFactor + trouble + (declining ? 0.18 : 0));
    for (int i = 0; i < contacts; i++) {
      contact(random.between(from, to), declining);
    }
    if (random.chance(0.09)) {
      answer(random.between(from, to), declining);
    }
  }

  /** New customers who get stuck ask for help. */
  void firstDays(Instant from, Instant to) {
    if (random.chance(0.05 * contactFactor)) {
      contact(random.between(from, to), false);
    }
  }

  private void contact(Instant at, boolean declining) {
    boolean complaint = random.chance(declining ? 0.45 : 0.22);
    double hours = random.logNormal(complaint ? 4 : 1.5, 1);
    Instant resolved =
        hours > 20 || random.chance(0.05) ? null : at.plusSeconds(60 + (long) (hours * 3_600));
    Long csat =
        random.chance(0.6) ? scale(complaint ? 2.4 : 4 - Math.min(1, hours / 10), 1, 1, 5) : null;
    if (journal.contact(
        at, random.pick(CHANNELS), random.pick(TOPICS), complaint, resolved, csat)) {
      signals.contact(at, complaint);
    }
  }

  private void answer(Instant at, boolean declining) {
    double mean = 8 + satisfaction - signals.complaints(at, 90) * 1.5 - (declining ? 2 : 0);
    long score = scale(mean, 1.6, 0, 10);
    if (journal.nps(at, score)) {
      signals.nps(score);
    }
  }

  private long scale(double mean, double deviation, long min, long max) {
    return Math.max(min, Math.min(max, Math.round(mean + deviation * random.normal())));
  }
}
