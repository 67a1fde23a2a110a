package io.growthline.domain.value;

import io.growthline.domain.customer.SubscriptionState;
import io.growthline.domain.customer.ValueRules;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * Counts who stays with a plan from the start of a month to its end.
 *
 * <p>The share that leaves is the mean of a beta distribution. For all plans the prior is that of
 * Jeffreys, Beta(1/2, 1/2), whose interval covers well (Brown, Cai and DasGupta 2001, "Interval
 * Estimation for a Binomial Proportion", Statistical Science 16, section 3.1.3). For one plan it
 * has the mean of all plans and weighs as much as some months of customers: with m of them, rate r
 * of all plans, and y of n months in which a subscriber left, Beta(m r + y, m (1 - r) + n - y)
 * (Gelman et al. 2013, "Bayesian Data Analysis", 3rd ed., section 2.4).
 */
public final class PlanRetentions implements TotalMart<Counts<PlanRetentions.Plan>, PlanRetention> {
  /** Stands for all plans together. */
  static final String ALL = "all";

  private static final ValueRules RULES = ValueRules.standard();
  private static final double TAIL = 0.05;

  private static final int MONTHS = 0;
  private static final int LEFT = 1;
  private static final int PRICE = 2;
  private static final int PAID = 3;
  private static final int PRICED = 4;
  private static final int SLOTS = 5;

  /** A plan. */
  public record Plan(String name) {}

  @Override
  public Class<PlanRetention> table() {
    return PlanRetention.class;
  }

  @Override
  public Counts<Plan> empty() {
    return new Counts<>(Plan.class, SLOTS);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Plan> into) {
    if (customer.known().all(Subscription.class).isEmpty()) {
      return;
    }
    LocalDate end = customer.asOf().withDayOfMonth(1);
    LocalDate month = end.minusMonths(RULES.observedMonths());
    SubscriptionState before = SubscriptionState.at(customer.known(), month);
    while (month.isBefore(end)) {
      LocalDate next = month.plusMonths(1);
      SubscriptionState after = SubscriptionState.at(customer.known(), next);
      if (before.monthlyMinor() > 0) {
        long[] sums = new long[SLOTS];
        sums[MONTHS] = 1;
        sums[LEFT] = after.monthlyMinor() > 0 ? 0 : 1;
        if (after.monthlyMinor() == before.monthlyMinor()) {
          sums[PRICED] = 1;
          sums[PRICE] = before.monthlyMinor();
          sums[PAID] = paid(customer.known().between(Payment.class, month, next));
        }
        into.add(new Plan(before.plan()), sums);
        into.add(new Plan(ALL), sums);
      }
      before = after;
      month = next;
    }
  }

  private static long paid(List<Payment> payments) {
    long paid = 0;
    for (Payment payment : payments) {
      if (payment.succeeded()) {
        paid = Math.addExact(paid, payment.amountMinor());
      } else if (payment.refunded()) {
        paid = Math.subtractExact(paid, payment.amountMinor());
      }
    }
    return paid;
  }

  @Override
  public List<PlanRetention> rows(Counts<Plan> all, LocalDate asOf) {
    List<PlanRetention> rows = new ArrayList<>();
    if (all.isEmpty()) {
      return rows;
    }
    long months = all.get(new Plan(ALL), MONTHS);
    long left = all.get(new Plan(ALL), LEFT);
    double overall = (left + 0.5) / (months + 1);
    Double paid = paidShare(all.get(new Plan(ALL), PAID), all.get(new Plan(ALL), PRICE));
    double prior = RULES.priorCustomerMonths();
    all.forEach(
        (plan, sums) ->
            rows.add(
                plan.name().equals(ALL)
                    ? row(plan, sums, 0.5, 0.5, paid)
                    : row(plan, sums, prior * overall, prior * (1 - overall), drawn(sums, paid))));
    return rows;
  }

  private static Double paidShare(long paid, long price) {
    return price == 0 ? null : (Double) ((double) paid / price);
  }

  /** What is paid of the prices of a plan, drawn towards that of all plans by the same months. */
  private static Double drawn(long[] sums, Double overall) {
    Double own = paidShare(sums[PAID], sums[PRICE]);
    double prior = RULES.priorCustomerMonths();
    return own == null
        ? overall
        : (Double) ((sums[PRICED] * own + prior * overall) / (sums[PRICED] + prior));
  }

  private static PlanRetention row(
      Plan plan, long[] sums, double priorLeft, double priorStayed, Double paidShare) {
    double left = priorLeft + sums[LEFT];
    double stayed = priorStayed + sums[MONTHS] - sums[LEFT];
    BetaDistribution churn = new BetaDistribution(left, stayed);
    return new PlanRetention(
        plan.name(),
        sums[MONTHS],
        sums[LEFT],
        left / (left + stayed),
        churn.inverseCumulativeProbability(TAIL),
        churn.inverseCumulativeProbability(1 - TAIL),
        sums[PRICE],
        sums[PAID],
        paidShare);
  }

  @Override
  public String emptyBecause() {
    return "no subscription with a price ran at the start of the last whole months";
  }
}
