package io.growthline.domain.decision;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.Totals;
import java.time.LocalDate;
import java.util.List;

/** What must be known of all customers before one can be chosen. */
public final class DecisionTotals implements Totals<DecisionTotals> {
  /** Thresholds of the profit curve a unit of chance. */
  static final int THRESHOLDS = 100;

  /** Customers by hundredth of the chance of leaving, rounded down. */
  public record Threshold(long hundredth) {}

  /** Customers who could have an action, by band of value. */
  public record Pair(String action, String valueBand) {}

  /** Days on which a policy made plans. */
  public record Day(String policy, LocalDate asOf) {}

  static final int CUSTOMERS = 0;
  static final int VALUE = 1;
  static final int COST = 2;
  static final int NET = 3;
  static final int CHANCE = 2;

  private final Counts<DecisionCell> cells = new Counts<>(DecisionCell.class, DecisionCell.SLOTS);
  private final Counts<Threshold> thresholds = new Counts<>(Threshold.class, 4);
  private final Counts<Pair> pairs = new Counts<>(Pair.class, 3);
  private final Counts<Day> days = new Counts<>(Day.class, 1);

  /** Adds a customer. */
  public void add(List<Action> actions, Considered customer) {
    if (customer.reason() == null && customer.arm() == Arm.TREATED) {
      cells.add(DecisionCell.of(customer), DecisionCell.amounts(customer));
    }
    if (customer.lost() != null && isPriced(customer.reason())) {
      addPriced(actions, customer);
    }
  }

  /** Notes the day of a plan. */
  public void addDay(ActionLog row) {
    days.add(new Day(row.policy(), row.asOf()), 0, 1);
  }

  /** Customers who are contacted when chosen. */
  Counts<DecisionCell> cells() {
    return cells;
  }

  Counts<Threshold> thresholds() {
    return thresholds;
  }

  Counts<Pair> pairs() {
    return pairs;
  }

  /** The plan of a day, which knows the newest plan of its policy before. */
  public Plan plan(DecisionRules rules, LocalDate asOf) {
    LocalDate previous = null;
    for (Day day : days.keys()) {
      if (day.policy().equals(rules.policy().name()) && day.asOf().isBefore(asOf)) {
        previous = day.asOf();
      }
    }
    return new Plan(rules, asOf, previous);
  }

  /** The prices of the limits. */
  public Prices prices(DecisionRules rules) {
    return Prices.of(rules, cells);
  }

  // Whom an action fits, whatever it is worth and however likely the customer leaves.
  private static boolean isPriced(RejectionReason reason) {
    return reason == null
        || reason == RejectionReason.NO_POSITIVE_VALUE
        || reason == RejectionReason.OUTSIDE_PROBABILITY_RANGE;
  }

  private void addPriced(List<Action> actions, Considered customer) {
    long value = (long) customer.lost().value();
    ExpectedValue best = null;
    for (long left = customer.considered(); left != 0; left &= left - 1) {
      Action action = actions.get(Long.numberOfTrailingZeros(left));
      ExpectedValue each = ExpectedValue.of(action, customer.p(), customer.lost());
      best = best == null || each.netMinor() > best.netMinor() ? each : best;
      pairs.add(
          new Pair(action.name(), customer.valueBand()),
          new long[] {1, value, (long) Math.rint(customer.p().value() / DecisionCell.CHANCE_UNIT)});
    }
    long hundredth = Math.min(THRESHOLDS - 1, (long) (customer.p().value() * THRESHOLDS));
    thresholds.add(
        new Threshold(hundredth), new long[] {1, value, best.costMinor(), best.netMinor()});
  }

  @Override
  public void addAll(DecisionTotals part) {
    cells.addAll(part.cells);
    thresholds.addAll(part.thresholds);
    pairs.addAll(part.pairs);
    days.addAll(part.days);
  }

  @Override
  public void write(RowBuffer out) {
    cells.write(out);
    thresholds.write(out);
    pairs.write(out);
    days.write(out);
  }

  @Override
  public void add(RowCursor part) {
    cells.add(part);
    thresholds.add(part);
    pairs.add(part);
    days.add(part);
  }
}
