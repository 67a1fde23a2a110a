package io.growthline.domain.decision;

import static io.growthline.domain.decision.AllocationInstance.customer;
import static io.growthline.domain.decision.AllocationInstance.random;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hamcrest.Matchers;
import org.ojalgo.optimisation.Optimisation;

class AllocationTest {
  @Example
  void withoutLimitsEverybodyGetsTheBestAction() {
    List<Action> actions =
        List.of(Decisions.action("small", 0.1, 10, 0), Decisions.action("big", 0.5, 100, 0));
    AllocationInstance instance =
        new AllocationInstance(
            actions, List.of(), List.of(customer("x", 0.5, 10_000, 3), customer("y", 0.5, 250, 1)));

    List<Choice> choices = instance.choices();

    // 0.5·0.5·10,000 - 100 = 2,400 against 490; 0.5·0.1·250 - 10 = 2 (2.5 rounds half even).
    assertThat(choices.get(0).action().name(), is("big"));
    assertThat(choices.get(0).value().netMinor(), is(2_400L));
    assertThat(choices.get(0).priority(), is(1L));
    assertThat(choices.get(1).action().name(), is("small"));
    assertThat(choices.get(1).priority(), is(2L));
  }

  @Example
  void aCapacityGoesToThoseWorthMostAndTheOthersSayWhy() {
    List<Action> actions = List.of(Decisions.action("call", 0.5, 100, 0));
    Limit one = new Limit(Limit.Kind.ACTION_CAPACITY, "action call", 1, (a, s, b) -> true);
    AllocationInstance instance =
        new AllocationInstance(
            actions,
            List.of(one),
            List.of(customer("x", 0.5, 2_000, 1), customer("y", 0.5, 9_000, 1)));

    List<Choice> choices = instance.choices();

    assertThat(choices.get(0).reason(), is(RejectionReason.CAPACITY));
    assertThat(choices.get(0).detail(), is("action call"));
    assertThat(choices.get(0).action().name(), is("call"));
    assertThat(choices.get(1).reason(), is(nullValue()));
  }

  @Example
  void whoIsHeldOutIsChosenAndUsesNothing() {
    List<Action> actions = List.of(Decisions.action("call", 0.5, 100, 0));
    Limit one = new Limit(Limit.Kind.ACTION_CAPACITY, "action call", 1, (a, s, b) -> true);
    Considered held = customer("x", 0.5, 20_000, 1);
    Considered holdout =
        new Considered(
            "h",
            held.segment(),
            held.valueBand(),
            Arm.HOLDOUT,
            held.p(),
            held.lost(),
            1,
            1,
            null,
            null);
    List<Choice> choices =
        new AllocationInstance(
                actions, List.of(one), List.of(holdout, customer("y", 0.5, 9_000, 1)))
            .choices();

    assertThat(choices.get(0).chosen(), is(true));
    assertThat(choices.get(0).treated(), is(false));
    assertThat(choices.get(0).priority(), is(nullValue()));
    assertThat(choices.get(1).treated(), is(true));
  }

  @Property(tries = 40)
  void everyLimitIsKeptAndEveryCustomerHasAnAnswerWhateverTheirOrder(@ForAll long seed) {
    AllocationInstance instance = random(seed, 60, 4);
    List<Choice> choices = instance.choices();

    for (Limit limit : instance.limits()) {
      long used =
          choices.stream()
              .filter(Choice::treated)
              .filter(
                  c ->
                      limit
                          .scope()
                          .holds(c.action(), c.customer().segment(), c.customer().valueBand()))
              .mapToLong(c -> limit.use(c.value().costMinor()))
              .sum();
      assertThat(limit.name(), used, lessThanOrEqualTo(limit.bound()));
    }
    List<Considered> shuffled = new ArrayList<>(instance.customers());
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(
        new AllocationInstance(instance.actions(), instance.limits(), shuffled).choices(),
        Matchers.containsInAnyOrder(choices.toArray()));
  }

  @Example
  void aPlanIsWithinOnePercentOfTheBestPlanThatBranchAndBoundProves() {
    for (int customers : new int[] {30, 50}) {
      for (long seed = 1; seed <= 8; seed++) {
        AllocationInstance instance = random(seed, customers, 4);
        Optimisation.Result best = instance.optimum();
        String which = "%d customers, seed %d".formatted(customers, seed);

        assertThat(which, best.getState(), is(Optimisation.State.OPTIMAL));
        assertThat(which, (double) instance.net(), greaterThanOrEqualTo(0.99 * best.getValue()));
        assertThat(which, (double) instance.net(), lessThanOrEqualTo(best.getValue() + 1e-3));
        assertThat(which, free(instance), greaterThan(1.05 * best.getValue()));
      }
    }
  }

  @Example
  void aLargerPlanIsWithinOnePercentOfTheBoundWhenCustomersMayBeSplit() {
    for (long seed = 1; seed <= 4; seed++) {
      AllocationInstance instance = random(seed, 1_000, 4);
      double bound = instance.bound().getValue();

      assertThat((double) instance.net(), greaterThanOrEqualTo(0.99 * bound));
      assertThat((double) instance.net(), lessThanOrEqualTo(bound + 1e-3));
    }
  }

  @Example
  void limitsBindInTheRandomInstances() {
    AllocationInstance instance = random(1, 400, 4);

    assertThat(free(instance), greaterThan(1.2 * instance.net()));
  }

  /** What the plan would bring without limits. */
  private static double free(AllocationInstance instance) {
    return new AllocationInstance(instance.actions(), List.of(), instance.customers()).net();
  }
}
