package io.growthline.domain.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The paid plan of one customer: changes, monthly invoices, and what billing does wrong. */
final class Billing {
  private static final long FIRST_HOUR = 6 * 3_600L;
  private final World world;
  private final RandomStream random;
  private final RandomStream leaks;
  private final Journal journal;
  private final BillingEvents events;
  private final DirectDebits debits;
  private String subscriptionId;
  private String plan;
  private long priceMinor;
  private long billedMinor; // the price, unless billing missed an upgrade
  private Discount discount;
  private LocalDate nextPeriod;
  private Instant nextInvoice;
  private Instant lapsesAt;

  Billing(
      World world,
      String income,
      RandomStream random,
      RandomStream leaks,
      Journal journal,
      Signals signals) {
    this.world = world;
    this.random = random;
    this.leaks = leaks;
    this.journal = journal;
    this.events = new BillingEvents(journal);
    this.debits = new DirectDebits(world, income, random, leaks, journal, signals);
  }

  boolean hasPlan() {
    return plan != null;
  }

  /** The plan that a new customer may choose with the account, at a discount for some. */
  void startWithAccount(Instant at) {
    World.Plans plans = world.plans();
    double draw = random.uniform();
    if (draw >= plans.metalShare() + plans.premiumShare()) {
      return;
    }
    if (leaks.chance(plans.discountShare())) {
      LocalDate last = Period.day(at).plusMonths(plans.discountMonths()).minusDays(1);
      boolean forgotten = leaks.chance(world.leaks().overdueDiscount());
      discount = new Discount(plans.discountMinor(), last, forgotten);
    }
    String chosen = draw < plans.metalShare() ? "metal" : "premium";
    start(at, chosen, plans.priceMinor(chosen));
  }

  void start(Instant at, String newPlan, long price) {
    String id = journal.id("p");
    if (!events.change(at, id, newPlan, "start", price, discount)) {
      return;
    }
    subscriptionId = id;
    plan = newPlan;
    priceMinor = price;
    billedMinor = price;
    nextPeriod = Period.day(at);
    nextInvoice = at.plusSeconds(5);
    invoice(false);
  }

  /** The customer leaves: cancels just before, or pays no more until the bank ends the plan. */
  void leave(Instant at, boolean cancels) {
    if (cancels) {
      cancel(at.minusSeconds(1));
    } else {
      invoicesUntil(Instant.MAX, true);
    }
  }

  private void cancel(Instant at) {
    if (hasPlan() && events.cancel(at, subscriptionId, plan)) {
      end();
    }
  }

  private void end() {
    plan = null;
    discount = null;
    lapsesAt = null;
  }

  /** Issues the invoices due in a month and may change the plan in it. */
  void month(Instant from, Instant to, LifeCycle life, World.Churn churn) {
    if (!hasPlan()) {
      return;
    }
    Instant at = random.between(from, to);
    invoicesUntil(at, life.declining());
    if (hasPlan()) {
      change(at, life, churn);
    }
    invoicesUntil(to, life.declining());
  }

  private void invoicesUntil(Instant to, boolean strained) {
    while (hasPlan() && nextInvoice.isBefore(to) && nextInvoice.isBefore(journal.end())) {
      if (lapsesBefore(nextInvoice)) {
        lapse();
      } else if (leaks.chance(world.leaks().unbilledMonth())) {
        scheduleNext();
      } else {
        invoice(strained);
      }
    }
    if (hasPlan() && lapsesBefore(to)) {
      lapse();
    }
  }

  private boolean lapsesBefore(Instant at) {
    return lapsesAt != null && lapsesAt.isBefore(at);
  }

  private void lapse() {
    events.lapse(lapsesAt, subscriptionId, plan);
    end();
  }

  private void change(Instant at, LifeCycle life, World.Churn churn) {
    World.Plans plans = world.plans();
    double cancel = life.declining() ? churn.cancelPlanWhenDeclining() : churn.cancelPlanMonthly();
    double draw = random.uniform();
    double down = plans.downgradeMonthly() * (life.declining() ? 8 : 1);
    if (draw < cancel) {
      cancel(at);
    } else if (draw < cancel + down) {
      if (plan.equals("metal")) {
        change(at, "premium", "downgrade");
      } else if (plan.equals("premium")) {
        change(at, "plus", "downgrade");
      }
    } else if (draw < cancel + down + plans.upgradeMonthly() && !life.declining()) {
      if (plan.equals("plus") && priceMinor < plans.premiumMinor()) {
        change(at, "premium", "upgrade");
      } else if (plan.equals("premium")) {
        change(at, "metal", "upgrade");
      }
    }
  }

  private void change(Instant at, String newPlan, String kind) {
    long price = world.plans().priceMinor(newPlan);
    if (events.change(at, subscriptionId, newPlan, kind, price, discount)) {
      boolean missed = kind.equals("upgrade") && leaks.chance(world.leaks().underBilledUpgrade());
      billedMinor = missed ? billedMinor : price;
      plan = newPlan;
      priceMinor = price;
    }
  }

  private void invoice(boolean strained) {
    String id = journal.id("i");
    long off = discount == null ? 0 : discount.offInvoice(nextPeriod);
    long minor = Math.max(0, billedMinor - off);
    if (!events.invoice(nextInvoice, id, subscriptionId, nextPeriod, minor)) {
      return;
    }
    debits
        .collect(nextInvoice, id, minor, strained)
        .filter(last -> leaks.chance(world.plans().lapseAfterFailures()))
        .ifPresent(last -> lapsesAt = last.plus(Duration.ofDays(1)));
    scheduleNext();
  }

  private void scheduleNext() {
    nextPeriod = nextPeriod.plusMonths(1);
    nextInvoice = Period.instant(nextPeriod).plusSeconds(FIRST_HOUR + leaks.below(3_600));
  }
}
