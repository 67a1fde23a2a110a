package io.growthline.pages.section;

import io.growthline.warehouse.Row;
import java.math.BigInteger;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The budget curve between the budgets that were compared. The curve is concave, so a straight line
 * between two of them is never above it.
 *
 * @param points rows by budget in minor units
 * @param policy budget of the policy; the smallest when it is not among them
 * @param step greatest amount of which all budgets are multiples, counted from the smallest
 */
record BudgetLine(NavigableMap<Long, Row> points, long policy, long step) {
  /**
   * @param rows of {@code scores.budget_curve}, two budgets or more
   */
  static BudgetLine of(List<Row> rows) {
    NavigableMap<Long, Row> points = new TreeMap<>();
    rows.forEach(row -> points.put((Long) row.get("budget_minor"), row));
    long least = points.firstKey();
    BigInteger step =
        points.keySet().stream()
            .map(budget -> BigInteger.valueOf(budget - least))
            .reduce(BigInteger.ZERO, BigInteger::gcd);
    long policy =
        rows.stream()
            .filter(row -> row.flag("is_policy"))
            .map(row -> (Long) row.get("budget_minor"))
            .findFirst()
            .orElse(least);
    return new BudgetLine(points, policy, step.longValueExact());
  }

  long least() {
    return points.firstKey();
  }

  long most() {
    return points.lastKey();
  }

  /** The budget that a text asks for, at a step and within range; the policy's for any other. */
  long nearest(String asked) {
    return number(asked)
        .map(budget -> Math.min(Math.max(budget, least()), most()) - least())
        .map(above -> least() + Math.round((double) above / step) * step)
        .orElse(policy);
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Expected net in minor units. */
  double net(long budget) {
    return at(budget, "net_minor");
  }

  /**
   * What one more minor unit brings. On a concave curve that is at least the slope towards the next
   * budget.
   */
  double shadowPrice(long budget) {
    Long next = points.higherKey(budget);
    double slope = next == null ? 0 : (net(next) - net(budget)) / (next - budget);
    return Math.max(at(budget, "shadow_price"), slope);
  }

  /** Beyond the largest budget the value stays. */
  private double at(long budget, String column) {
    Long below = points.floorKey(budget);
    Long above = points.ceilingKey(budget);
    double from = points.get(below).number(column);
    return above == null || above.equals(below)
        ? from
        : from
            + (points.get(above).number(column) - from)
                * (budget - below)
                / (double) (above - below);
  }
}
