package io.growthline.domain.value;

import io.growthline.domain.customer.PurchaseHistory;
import io.growthline.domain.customer.ValueRules;
import io.growthline.domain.mart.TotalRows;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * What customers earn and cost: costs of a customer by month, how long subscribers of a plan stay
 * and what they pay, and the margin of a customer that follows.
 *
 * <p>The expected margin of the next 12 months is
 *
 * <pre>k V + n S(s) - c M(s, a)</pre>
 *
 * with the share k of purchases that the bank keeps, their expected value V, the plan's price n as
 * far as it is paid, the months S that a subscriber is expected to pay who stays a month with
 * chance s, the costs c of a customer in a month, and the months M in which the customer is there:
 * paying, or still buying with chance a, whichever is likelier. Nothing is discounted.
 *
 * <p>The interval holds what is uncertain of V and of s, not what chance does to one customer. Both
 * are independent, so their half-widths are added as squares (JCGM 100:2008, equation 10).
 */
final class MarginModel {
  static final int HORIZON_MONTHS = 12;

  private final ValueRules rules;
  private final LocalDate end;

  /** Costs of a customer who signed up in a month, from then on; of months without a gap. */
  private final TreeMap<LocalDate, Double> costSince = new TreeMap<>();

  private final Map<String, PlanRetention> plans = new HashMap<>();
  private final Double monthlyCost;
  private final Double marginShare;

  private MarginModel(ValueRules rules, TotalRows tables, LocalDate asOf) {
    this.rules = rules;
    this.end = asOf.withDayOfMonth(1);
    tables.of(PlanRetention.class).forEach(plan -> plans.put(plan.plan(), plan));
    TreeMap<LocalDate, MonthlyMargin> months = new TreeMap<>();
    tables.of(MonthlyMargin.class).forEach(month -> months.put(month.month(), month));
    double cost = 0;
    for (LocalDate month = end.minusMonths(1);
        hasCosts(months, month);
        month = month.minusMonths(1)) {
      cost += months.get(month).costPerCustomerMinor();
      costSince.put(month, cost);
    }
    double costs = 0;
    double customers = 0;
    double margin = 0;
    double revenue = 0;
    for (MonthlyMargin month :
        months.tailMap(end.minusMonths(rules.observedMonths()), true).values()) {
      if (month.costPerCustomerMinor() != null) {
        costs += month.dividedCostMinor();
        customers += month.customers();
      }
      if (month.grossMarginMinor() != null) {
        margin += month.grossMarginMinor();
        revenue += month.revenueMinor();
      }
    }
    this.monthlyCost = customers == 0 ? null : (Double) (costs / customers);
    this.marginShare = revenue <= 0 ? null : (Double) (margin / revenue);
  }

  static MarginModel of(ValueRules rules, TotalRows tables, LocalDate asOf) {
    return new MarginModel(rules, tables, asOf);
  }

  private static boolean hasCosts(Map<LocalDate, MonthlyMargin> months, LocalDate month) {
    MonthlyMargin row = months.get(month);
    return row != null && row.costPerCustomerMinor() != null;
  }

  /** What was earned on a customer and is expected to be. */
  Margin of(PurchaseHistory customer, Expectation purchases) {
    String historicReason = noHistoric(customer);
    String expectedReason = noExpected(customer, purchases);
    Interval expected = expectedReason == null ? expected(customer, purchases) : null;
    return new Margin(
        historicReason == null ? historic(customer) : null,
        historicReason,
        expected == null ? null : (Long) round(expected.value()),
        expected == null ? null : (Long) round(expected.lower()),
        expected == null ? null : (Long) round(expected.upper()),
        expectedReason,
        simple(customer));
  }

  private String noHistoric(PurchaseHistory customer) {
    if (customer.accountOpenedOn() == null) {
      return "No day of signup is known.";
    }
    LocalDate signup = customer.accountOpenedOn().withDayOfMonth(1);
    if (!signup.isBefore(end)) {
      return "No month since signup has ended.";
    }
    if (!costSince.containsKey(signup)) {
      LocalDate missing = (costSince.isEmpty() ? end : costSince.firstKey()).minusMonths(1);
      return "No costs of %s are booked.".formatted(YearMonth.from(missing));
    }
    return customer.endedSpendMinor() == null
        ? "A purchase is in a currency without a rate."
        : null;
  }

  private Long historic(PurchaseHistory customer) {
    double cost = costSince.get(customer.accountOpenedOn().withDayOfMonth(1));
    return Math.subtractExact(revenue(customer), round(cost));
  }

  /** What the customer brought in months that have ended. */
  private long revenue(PurchaseHistory customer) {
    return Math.addExact(
        customer.endedPaidMinor(),
        rules.purchases().keptMinor(customer.endedSpendMinor(), isCredit(customer)));
  }

  private String noExpected(PurchaseHistory customer, Expectation purchases) {
    if (monthlyCost == null) {
      return "No costs of the last %d months are booked.".formatted(rules.observedMonths());
    }
    if (customer.hasBought() && purchases.valueMinor() == null) {
      return purchases.withheldReason();
    }
    if (customer.monthlyPriceMinor() > 0 && paidShare(customer) == null) {
      return "No subscriber stayed for one of the last %d months, so nothing says what is paid."
          .formatted(rules.observedMonths());
    }
    return null;
  }

  private Interval expected(PurchaseHistory customer, Expectation purchases) {
    Interval plan;
    boolean bought = customer.hasBought();
    double alive = bought ? purchases.alive() : 0;
    if (customer.monthlyPriceMinor() > 0) {
      double net = customer.monthlyPriceMinor() * paidShare(customer);
      PlanRetention churn = plan(customer);
      DoubleUnaryOperator margin =
          left ->
              net * Survival.months(1 - left, HORIZON_MONTHS)
                  - monthlyCost * Survival.months(1 - left, alive, HORIZON_MONTHS);
      plan =
          Interval.of(
              margin.applyAsDouble(churn.churn()),
              margin.applyAsDouble(churn.churnUpper()),
              margin.applyAsDouble(churn.churnLower()));
    } else {
      double cost = monthlyCost * Survival.months(0, alive, HORIZON_MONTHS);
      plan = Interval.of(-cost, -cost, -cost);
    }
    if (!bought) {
      return plan;
    }
    double kept = rules.purchases().share(isCredit(customer));
    return plan.plus(
        Interval.of(
            kept * purchases.valueMinor(),
            kept * purchases.lowerMinor(),
            kept * purchases.upperMinor()));
  }

  private Long simple(PurchaseHistory customer) {
    PlanRetention churn = plan(customer);
    if (customer.accountOpenedOn() == null
        || customer.endedSpendMinor() == null
        || marginShare == null
        || churn == null) {
      return null;
    }
    long months = ChronoUnit.MONTHS.between(customer.accountOpenedOn().withDayOfMonth(1), end);
    if (months < 1) {
      return null;
    }
    double lifetime = Math.min(rules.longestLifetimeMonths(), 1 / churn.churn());
    return round((double) revenue(customer) / months * lifetime * marginShare);
  }

  /** The customer's plan; all plans where it was not observed or there is none. */
  private PlanRetention plan(PurchaseHistory customer) {
    PlanRetention plan = plans.get(customer.plan());
    return plan != null ? plan : plans.get(PlanRetentions.ALL);
  }

  private Double paidShare(PurchaseHistory customer) {
    PlanRetention plan = plan(customer);
    if (plan == null || plan.paidShare() != null) {
      return plan == null ? null : plan.paidShare();
    }
    return plans.get(PlanRetentions.ALL).paidShare();
  }

  private boolean isCredit(PurchaseHistory customer) {
    return rules.purchases().isCredit(customer.cardType());
  }

  /** To a whole minor unit, half even. */
  private static long round(double minor) {
    return (long) Math.rint(minor);
  }

  /** A value and what it lies between. */
  private record Interval(double value, double lower, double upper) {
    /** A value between two others, whichever is larger. */
    static Interval of(double value, double one, double other) {
      return new Interval(
          value, Math.min(value, Math.min(one, other)), Math.max(value, Math.max(one, other)));
    }

    /** The sum of independent values. */
    Interval plus(Interval other) {
      double sum = value + other.value;
      return new Interval(
          sum,
          sum - Math.hypot(value - lower, other.value - other.lower),
          sum + Math.hypot(upper - value, other.upper - other.value));
    }
  }
}
