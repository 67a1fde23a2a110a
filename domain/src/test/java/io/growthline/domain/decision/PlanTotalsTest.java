package io.growthline.domain.decision;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.pricing.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTotalsTest {
  private static final DecisionFiles FILES =
      Decisions.files()
          .withPolicy(
              "policy.yaml",
              Decisions.POLICY
                  .replace("high_value_reserve: 0", "high_value_reserve: 0.25")
                  .replace("owners: {}", "owners: {service: 2}"));

  private final DecisionRules rules = DecisionRules.parse(FILES);
  private final List<Limit> limits = Limit.all(rules);

  @Test
  void valueSavedLessContactAndIncentiveToStayersIsTheNetToThePenny() {
    PlanTotals totals = new PlanTotals();
    for (int i = 1; i <= 37; i++) {
      totals.add(limits, chosen("gift", Arm.TREATED, "low", 0.01 * i, 997L * i));
    }
    PlanTotal row = totals.rows(plan()).get(0);

    assertThat(row.customers(), is(37L));
    assertThat(
        row.valueSavedMinor() - row.contactCostMinor() - row.stayerIncentiveMinor(),
        is(row.netMinor()));
    assertThat(row.contactCostMinor(), is(370L));
  }

  @Test
  void whoIsHeldOutCountsAloneAndUsesNoLimit() {
    PlanTotals totals = new PlanTotals();
    totals.add(limits, chosen("call", Arm.HOLDOUT, "high", 0.5, 8_000));

    PlanTotal row = totals.rows(plan()).get(0);
    assertThat(List.of(row.customers(), row.heldOut(), row.netMinor()), contains(0L, 1L, 0L));
    assertThat(
        totals.limits(plan(), List.of(0.0, 0.0, 0.0)).stream().map(PlanLimit::used).toList(),
        everyItem(is(0L)));
  }

  @Test
  void limitsSayWhatIsUsedLeftAndWhomTheyLeaveOut() {
    PlanTotals totals = new PlanTotals();
    // A call costs 100; 250 of the budget of 1,000 are reserved for high value.
    totals.add(limits, chosen("call", Arm.TREATED, "high", 0.5, 8_000));
    totals.add(limits, chosen("call", Arm.TREATED, "low", 0.5, 4_000));
    totals.add(limits, leftOut(RejectionReason.CAPACITY, "owner service"));

    List<PlanLimit> rows = totals.limits(plan(), List.of(900.0, 0.0, 0.5));

    assertThat(
        rows.stream()
            .map(r -> List.<Object>of(r.kind(), r.unit(), r.bound(), r.used(), r.remaining()))
            .toList(),
        contains(
            List.of("owner_capacity", "contacts", 2L, 2L, 0L),
            List.of("high_value_reserve", "minor", 250L, 100L, 150L),
            List.of("budget", "minor", 1_000L, 200L, 800L)));
    assertThat(rows.stream().map(PlanLimit::leftOut).toList(), contains(1L, 0L, 0L));
    assertThat(rows.stream().map(PlanLimit::price).toList(), contains(900.0, 0.0, 0.5));
  }

  @Test
  void withoutLimitsWhatIsLeftMayBeBelowZero() {
    DecisionRules free =
        DecisionRules.parse(
            Decisions.files()
                .withPolicy(
                    "policy.yaml",
                    Decisions.POLICY
                        .replace("mode: budgeted", "mode: unconstrained")
                        .replace("budget_minor: 1000", "budget_minor: 50")));
    PlanTotals totals = new PlanTotals();
    totals.add(Limit.all(free), chosen("call", Arm.TREATED, "low", 0.5, 4_000));

    PlanLimit budget = totals.limits(new Plan(free, Decisions.AS_OF, null), List.of()).get(0);
    assertThat(budget.mode(), is("unconstrained"));
    assertThat(List.of(budget.used(), budget.remaining()), contains(100L, -50L));
    assertThat(budget.price(), is(0.0));
  }

  private Plan plan() {
    return new Plan(rules, Decisions.AS_OF, null);
  }

  private Choice chosen(String name, Arm arm, String band, double p, long lost) {
    Action action =
        rules.actions().stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    Considered customer = customer(arm, band, p, lost);
    return new Choice(
        customer,
        action,
        ExpectedValue.of(action, customer.p(), customer.lost()),
        null,
        null,
        1L,
        0);
  }

  private Choice leftOut(RejectionReason reason, String detail) {
    Choice would = chosen("call", Arm.TREATED, "low", 0.5, 3_000);
    return new Choice(would.customer(), would.action(), would.value(), reason, detail, null, 0);
  }

  private static Considered customer(Arm arm, String band, double p, long lost) {
    return new Considered(
        "x",
        "mid",
        band,
        arm,
        new Estimate(p, p, p),
        new Estimate(lost, lost, lost),
        1,
        1,
        null,
        null);
  }
}
