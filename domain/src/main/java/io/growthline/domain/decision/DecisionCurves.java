package io.growthline.domain.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Rows of the curves and break-evens of a plan, from the totals of all customers. */
public final class DecisionCurves {
  /** Budgets in percent of that of the policy. */
  private static final List<Integer> BUDGETS =
      List.of(0, 10, 25, 50, 75, 100, 125, 150, 200, 300, 500);

  private DecisionCurves() {}

  /** Rows of {@code scores.profit_curve}, by threshold. */
  public static List<ProfitCurvePoint> profit(Plan plan, DecisionTotals totals) {
    long customers = 0;
    long value = 0;
    long cost = 0;
    long net = 0;
    long most = Long.MIN_VALUE;
    int optimum = -1;
    List<ProfitCurvePoint> falling = new ArrayList<>();
    List<DecisionTotals.Threshold> keys = new ArrayList<>(totals.thresholds().keys());
    Collections.reverse(keys);
    for (DecisionTotals.Threshold key : keys) {
      long marginal = totals.thresholds().get(key, DecisionTotals.NET);
      customers += totals.thresholds().get(key, DecisionTotals.CUSTOMERS);
      value = Math.addExact(value, totals.thresholds().get(key, DecisionTotals.VALUE));
      cost = Math.addExact(cost, totals.thresholds().get(key, DecisionTotals.COST));
      net = Math.addExact(net, marginal);
      if (net > most) {
        most = net;
        optimum = falling.size();
      }
      falling.add(
          new ProfitCurvePoint(
              plan.id(),
              plan.asOf(),
              key.hundredth() / (double) DecisionTotals.THRESHOLDS,
              customers,
              value,
              cost,
              net,
              marginal,
              cost == 0 ? null : (double) net / cost,
              false));
    }
    if (optimum >= 0) {
      falling.set(optimum, optimum(falling.get(optimum)));
    }
    Collections.reverse(falling);
    return falling;
  }

  private static ProfitCurvePoint optimum(ProfitCurvePoint p) {
    return new ProfitCurvePoint(
        p.planId(),
        p.asOf(),
        p.threshold(),
        p.customers(),
        p.contactedValueMinor(),
        p.expectedCostMinor(),
        p.netMinor(),
        p.marginalNetMinor(),
        p.returnOnCost(),
        true);
  }

  /** Rows of {@code scores.budget_curve}, by budget. */
  public static List<BudgetCurvePoint> budget(Plan plan, DecisionTotals totals) {
    long policy = plan.policy().budgetMinor();
    TreeSet<Long> budgets = new TreeSet<>();
    BUDGETS.forEach(percent -> budgets.add(Math.multiplyExact(policy, (long) percent) / 100));
    List<BudgetCurvePoint> points = new ArrayList<>();
    for (long budget : budgets) {
      List<Limit> limits = Limit.within(plan.rules(), budget);
      PriceFit fit = new PriceFit(plan.rules().actions(), limits, totals.cells());
      double[] prices = fit.prices();
      points.add(
          new BudgetCurvePoint(
              plan.id(),
              plan.asOf(),
              budget,
              budget == policy,
              (long) Math.rint(fit.net(prices)),
              prices[prices.length - 1]));
    }
    return points;
  }

  /** Rows of {@code scores.break_even}. */
  public static List<BreakEven> breakEven(Plan plan, DecisionTotals totals) {
    List<BreakEven> rows = new ArrayList<>();
    for (DecisionTotals.Pair pair : totals.pairs().keys()) {
      Action action =
          plan.rules().actions().stream()
              .filter(each -> each.name().equals(pair.action()))
              .findFirst()
              .orElseThrow();
      long customers = totals.pairs().get(pair, DecisionTotals.CUSTOMERS);
      double value = (double) totals.pairs().get(pair, DecisionTotals.VALUE) / customers;
      double churn =
          totals.pairs().get(pair, DecisionTotals.CHANCE) * DecisionCell.CHANCE_UNIT / customers;
      rows.add(
          new BreakEven(
              plan.id(),
              plan.asOf(),
              pair.action(),
              pair.valueBand(),
              customers,
              value,
              churn,
              churnAtZero(action, value),
              successAtZero(action, value, churn),
              action.success().value()));
    }
    return rows;
  }

  /** p with p·s·(V - i) - c - (1 - p)·f = 0; null when none is in [0, 1]. */
  static Double churnAtZero(Action action, double value) {
    double f = action.incentiveMinor() * action.takeUp();
    double gain = action.success().value() * (value - action.incentiveMinor()) + f;
    return share(action.contactCostMinor() + f, gain);
  }

  /** s with p·s·(V - i) - c - (1 - p)·f = 0; null when none is in [0, 1]. */
  static Double successAtZero(Action action, double value, double churn) {
    double f = action.incentiveMinor() * action.takeUp();
    return share(
        action.contactCostMinor() + (1 - churn) * f, churn * (value - action.incentiveMinor()));
  }

  private static Double share(double cost, double gain) {
    return gain > 0 && cost <= gain ? cost / gain : null;
  }
}
