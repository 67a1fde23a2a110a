package io.growthline.domain.decision;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.Totals;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plan is expected to bring and cost; gives the rows of {@code scores.plan_totals} and
 * {@code scores.plan_limits}.
 */
public final class PlanTotals implements Totals<PlanTotals> {
  private static final int SLOTS = 9;

  /** An action in a segment. */
  public record Key(String action, String segment) {}

  /** A limit, by its place. */
  public record LimitKey(long index) {}

  private static final int USED = 0;
  private static final int LEFT_OUT = 1;

  private final Counts<Key> counts = new Counts<>(Key.class, SLOTS);
  private final Counts<LimitKey> limitCounts = new Counts<>(LimitKey.class, 2);

  /**
   * Adds a choice.
   *
   * @param limits all of the policy
   */
  public void add(List<Limit> limits, Choice choice) {
    for (int l = 0; l < limits.size(); l++) {
      Limit limit = limits.get(l);
      if (choice.treated() && limit.holds(choice)) {
        limitCounts.add(new LimitKey(l), USED, limit.use(choice.value().costMinor()));
      } else if (limit.reason() == choice.reason() && limit.name().equals(choice.detail())) {
        limitCounts.add(new LimitKey(l), LEFT_OUT, 1);
      }
    }
    if (!choice.chosen()) {
      return;
    }
    Key key = new Key(choice.action().name(), choice.customer().segment());
    if (!choice.treated()) {
      counts.add(key, 1, 1);
      return;
    }
    ExpectedValue value = choice.value();
    counts.add(
        key,
        new long[] {
          1,
          0,
          billionths(1 - choice.customer().p().value()),
          billionths(value.kept()),
          value.valueSavedMinor(),
          value.contactCostMinor(),
          value.stayerIncentiveMinor(),
          value.netMinor(),
          value.costMinor()
        });
  }

  /** The rows of a plan. */
  public List<PlanTotal> rows(Plan plan) {
    List<PlanTotal> rows = new ArrayList<>();
    counts.forEach(
        (key, n) ->
            rows.add(
                new PlanTotal(
                    plan.id(),
                    plan.asOf(),
                    key.action(),
                    key.segment(),
                    n[0],
                    n[1],
                    n[2] * DecisionCell.CHANCE_UNIT,
                    n[3] * DecisionCell.CHANCE_UNIT,
                    n[4],
                    n[5],
                    n[6],
                    n[7],
                    n[8])));
    return rows;
  }

  /**
   * The limits of a plan, in their order.
   *
   * @param prices of the limits that count
   */
  public List<PlanLimit> limits(Plan plan, List<Double> prices) {
    List<Limit> limits = Limit.all(plan.rules());
    long budget = plan.policy().budgetMinor();
    long cost = limitCounts.get(new LimitKey(limits.size() - 1), USED);
    List<PlanLimit> rows = new ArrayList<>();
    for (int l = 0; l < limits.size(); l++) {
      Limit limit = limits.get(l);
      long used = limitCounts.get(new LimitKey(l), USED);
      boolean isReserve = limit.kind().isReserve();
      long bound = isReserve ? budget - limit.bound() : limit.bound();
      long shown = isReserve ? Math.min(bound, cost - used) : used;
      rows.add(
          new PlanLimit(
              plan.id(),
              plan.asOf(),
              plan.policy().mode().text(),
              limit.kind().text(),
              limit.name(),
              limit.counts() ? "contacts" : "minor",
              bound,
              shown,
              bound - shown,
              prices.isEmpty() ? 0 : prices.get(l),
              limitCounts.get(new LimitKey(l), LEFT_OUT)));
    }
    return rows;
  }

  private static long billionths(double share) {
    return (long) Math.rint(share / DecisionCell.CHANCE_UNIT);
  }

  @Override
  public void addAll(PlanTotals part) {
    counts.addAll(part.counts);
    limitCounts.addAll(part.limitCounts);
  }

  @Override
  public void write(RowBuffer out) {
    counts.write(out);
    limitCounts.write(out);
  }

  @Override
  public void add(RowCursor part) {
    counts.add(part);
    limitCounts.add(part);
  }
}
