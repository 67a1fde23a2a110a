package io.growthline.domain.decision;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.pricing.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call keeps half of those who would leave and costs 100. */
class DecisionCurvesTest {
  private final DecisionRules rules = Decisions.rules();
  private final Plan plan = new Plan(rules, Decisions.AS_OF, null);
  private final DecisionTotals totals = new DecisionTotals();

  @Test
  void theProfitCurveAddsUpFromTheHighestChanceAndMarksTheBestThreshold() {
    add(0.5, 2_000); // 500 - 100 = 400
    add(0.25, 1_600); // 200 - 100 = 100
    add(0.125, 800); // 50 - 100 = -50

    List<ProfitCurvePoint> curve = DecisionCurves.profit(plan, totals);

    assertThat(curve.stream().map(ProfitCurvePoint::threshold).toList(), contains(0.12, 0.25, 0.5));
    assertThat(curve.stream().map(ProfitCurvePoint::netMinor).toList(), contains(450L, 500L, 400L));
    assertThat(
        curve.stream().map(ProfitCurvePoint::expectedCostMinor).toList(),
        contains(300L, 200L, 100L));
    assertThat(
        curve.stream().map(ProfitCurvePoint::isOptimum).toList(), contains(false, true, false));
    assertThat(curve.get(1).returnOnCost(), is(2.5));
  }

  @Test
  void theBudgetCurveRisesUntilAllArePaidForAndItsPriceFallsToZero() {
    for (int i = 0; i < 20; i++) {
      add(0.5, 2_000); // 400 net for 100 each; the budget of the policy is 1,000.
    }
    List<BudgetCurvePoint> curve = DecisionCurves.budget(plan, totals);

    assertThat(net(curve, 0), is(0L));
    assertThat(net(curve, 500), is(2_000L));
    assertThat(net(curve, 1_000), is(4_000L));
    assertThat(net(curve, 2_000), is(8_000L));
    assertThat(net(curve, 5_000), is(8_000L));
    assertThat(point(curve, 1_000).shadowPrice(), closeTo(4, 1e-6));
    assertThat(point(curve, 3_000).shadowPrice(), is(0.0));
    assertThat(point(curve, 1_000).isPolicy(), is(true));
  }

  @Test
  void anActionBreaksEvenWhereItsExpectedValueIsZero() {
    add(0.5, 2_000);
    add(0.3, 1_000);

    BreakEven row = DecisionCurves.breakEven(plan, totals).get(0);

    // At a mean value of 1,500: p·0.5·1,500 = 100, and 0.4·s·1,500 = 100.
    assertThat(row.customers(), is(2L));
    assertThat(row.churnAtZero(), closeTo(100 / 750.0, 1e-12));
    assertThat(row.successAtZero(), closeTo(100 / 600.0, 1e-9));
  }

  @Test
  void whatNeverPaysHasNoBreakEven() {
    add(0.5, 100);

    assertThat(DecisionCurves.breakEven(plan, totals).get(0).churnAtZero(), is(nullValue()));
  }

  private void add(double p, long lost) {
    totals.add(
        rules.actions(),
        new Considered(
            "x",
            "mid",
            "low",
            Arm.TREATED,
            new Estimate(p, p, p),
            new Estimate(lost, lost, lost),
            1,
            1,
            null,
            null));
  }

  private static BudgetCurvePoint point(List<BudgetCurvePoint> curve, long budget) {
    return curve.stream().filter(p -> p.budgetMinor() == budget).findFirst().orElseThrow();
  }

  private static long net(List<BudgetCurvePoint> curve, long budget) {
    return point(curve, budget).netMinor();
  }
}
