package io.growthline.domain.simulate;

import java.time.Instant;

/** Whether a customer is steady, declines or leaves, month by month. */
final class LifeCycle {
  private final World.Churn churn;
  private final RandomStream random;
  private boolean declining;
  private double level = 1;
  private Instant keptUntil = Instant.MIN;
  private World.Retention kept;

  LifeCycle(World.Churn churn, RandomStream random) {
    this.churn = churn;
    this.random = random;
  }

  boolean declining() {
    return declining;
  }

  /** Multiplies all activity of the month; 1 is steady. */
  double level() {
    return level;
  }

  /** A campaign lowers the chances of declining and of closing in months that begin before. */
  void keep(World.Retention campaign, Instant until) {
    kept = campaign;
    keptUntil = until;
  }

  /** Moves on by a month; true when the customer closes the account in it. */
  boolean startMonth(Instant at, Signals signals) {
    boolean isKept = at.isBefore(keptUntil);
    if (!declining) {
      level = Math.min(1.4, level * Math.exp(0.02 + 0.08 * random.normal()));
      double factor = isKept ? kept.declineFactor() : 1;
      declining = random.chance(factor * RandomStream.logistic(declineLogit(at, signals)));
    } else if (random.chance(churn.recover())) {
      declining = false;
      level = Math.max(level, 0.8);
    }
    if (declining) {
      level *= churn.levelPerDecliningMonth();
    }
    double factor = isKept ? kept.closeFactor() : 1;
    return random.chance(
        factor * (declining ? churn.closeWhenDeclining() : churn.closeWhenSteady()));
  }

  private double declineLogit(Instant at, Signals signals) {
    return churn.declineLogit()
        + churn.perComplaint() * Math.min(3, signals.complaints(at, 90))
        + churn.perFailedPayment() * Math.min(3, signals.failedPayments(at, 90))
        + churn.perCrash() * Math.min(4, signals.crashes(at, 30))
        + (signals.lowNps() ? churn.lowNps() : 0);
  }
}
