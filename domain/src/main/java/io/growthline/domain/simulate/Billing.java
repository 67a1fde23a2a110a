package io.growthline.domain.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The paid plan of one customer: changes, monthly invoices, payments and their failures. */
final class Billing {
  private static final List<String> REASONS =
      List.of("insufficient_funds", "insufficient_funds", "expired_card", "do_not_honour");
  private final World.Plans world;
  private final RandomStream random;
  private final Journal journal;
  private final Signals signals;
  private final double failureRate;
  private String subscriptionId;
  private String plan;
  private long priceMinor;
  private LocalDate nextInvoice;

  Billing(World.Plans world, String income, RandomStream random, Journal journal, Signals signals) {
    this.world = world;
    this.failureRate = world.paymentFailure().get(income);
    this.random = random;
    this.journal = journal;
    this.signals = signals;
  }

  boolean hasPlan() {
    return plan != null;
  }

  /** The plan that a new customer may choose with the account. */
  void startWithAccount(Instant at) {
    double draw = random.uniform();
    if (draw < world.metalShare()) {
      start(at, "metal", world.metalMinor());
    } else if (draw < world.metalShare() + world.premiumShare()) {
      start(at, "premium", world.premiumMinor());
    }
  }

  void start(Instant at, String newPlan, long price) {
    String id = journal.id("p");
    if (!journal.subscription(at, id, newPlan, "start", price)) {
      return;
    }
    subscriptionId = id;
    plan = newPlan;
    priceMinor = price;
    nextInvoice = Period.day(at).plusMonths(1);
    invoice(at.plusSeconds(5), Period.day(at), false);
  }

  /** Ends the plan just before a moment. */
  void cancel(Instant at) {
    if (hasPlan() && journal.subscription(at, subscriptionId, plan, "cancel", 0)) {
      plan = null;
    }
  }

  /** Issues the invoices due in a month and may change the plan in it. */
  void month(Instant from, Instant to, LifeCycle life, World.Churn churn) {
    if (!hasPlan()) {
      return;
    }
    Instant at = random.between(from, to);
    invoicesUntil(Period.day(at), life);
    change(at, life, churn);
    invoicesUntil(Period.day(to), life);
  }

  private void invoicesUntil(LocalDate day, LifeCycle life) {
    while (hasPlan() && nextInvoice.isBefore(day)) {
      Instant at = Period.instant(nextInvoice).plusSeconds(6 * 3_600 + random.below(3_600));
      invoice(at, nextInvoice, life.declining());
      nextInvoice = nextInvoice.plusMonths(1);
    }
  }

  private void change(Instant at, LifeCycle life, World.Churn churn) {
    double cancel = life.declining() ? churn.cancelPlanWhenDeclining() : churn.cancelPlanMonthly();
    double draw = random.uniform();
    double down = world.downgradeMonthly() * (life.declining() ? 8 : 1);
    if (draw < cancel) {
      cancel(at);
    } else if (draw < cancel + down) {
      if (plan.equals("metal")) {
        change(at, "premium", "downgrade", world.premiumMinor());
      } else if (plan.equals("premium")) {
        change(at, "plus", "downgrade", world.plusMinor());
      }
    } else if (draw < cancel + down + world.upgradeMonthly() && !life.declining()) {
      if (plan.equals("plus") && priceMinor < world.premiumMinor()) {
        change(at, "premium", "upgrade", world.premiumMinor());
      } else if (plan.equals("premium")) {
        change(at, "metal", "upgrade", world.metalMinor());
      }
    }
  }

  private void change(Instant at, String newPlan, String kind, long price) {
    if (journal.subscription(at, subscriptionId, newPlan, kind, price)) {
      plan = newPlan;
      priceMinor = price;
    }
  }

  private void invoice(Instant at, LocalDate periodStart, boolean strained) {
    String invoice = journal.id("i");
    if (!journal.invoice(at, invoice, subscriptionId, periodStart, priceMinor)) {
      return;
    }
    double failure = failureRate * (strained ? 2 : 1);
    Instant attempt = at.plusSeconds(3_600 + random.below(20 * 3_600));
    for (int retry = 0; retry < 3; retry++) {
      if (!random.chance(failure)) {
        pay(attempt, invoice);
        return;
      }
      if (journal.payment(
          attempt, journal.id("y"), invoice, priceMinor, "failed", random.pick(REASONS))) {
        signals.failedPayment(attempt);
      }
      failure = 1 - world.retrySuccess();
      attempt = attempt.plus(Duration.ofDays(3)).plusSeconds(random.below(3_600));
    }
  }

  private void pay(Instant at, String invoice) {
    String id = journal.id("y");
    if (journal.payment(at, id, invoice, priceMinor, "succeeded", null)
        && random.chance(world.refundRate())) {
      Instant refunded = at.plus(Duration.ofDays(3L + random.below(7)));
      journal.payment(refunded, id, invoice, priceMinor, "refunded", null);
    }
  }
}
