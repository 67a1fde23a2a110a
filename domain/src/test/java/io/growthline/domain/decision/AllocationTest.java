package io.growthline.domain.decision;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.mart.Counts;
import io.growthline.domain.pricing.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hamcrest.Matchers;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

class AllocationTest {
  private static final String[] SEGMENTS = {"a", "b", "c"};
  private static final String[] BANDS = {"low", "medium", "high"};

  /** Actions, limits and customers to choose for. */
  private record Instance(List<Action> actions, List<Limit> limits, List<Considered> customers) {
    Prices prices() {
      Counts<DecisionCell> cells = new Counts<>(DecisionCell.class, DecisionCell.SLOTS);
      for (Considered customer : customers) {
        if (customer.eligible() != 0 && customer.arm() == Arm.TREATED) {
          cells.add(DecisionCell.of(customer), DecisionCell.amounts(customer));
        }
      }
      double[] prices = new PriceFit(actions, limits, cells).prices();
      List<Double> boxed = new ArrayList<>();
      for (double price : prices) {
        boxed.add(price);
      }
      return new Prices(boxed);
    }

    List<Choice> choices() {
      Chooser chooser = new Chooser(actions, limits, prices());
      Candidates candidates = new Candidates();
      customers.forEach(customer -> chooser.addTo(candidates, customer));
      Allocation allocation = Allocation.of(actions, limits, candidates);
      return customers.stream().map(customer -> chooser.choice(customer, allocation)).toList();
    }

    long net() {
      return choices().stream().filter(Choice::treated).mapToLong(c -> c.value().netMinor()).sum();
    }
  }

  @Example
  void withoutLimitsEverybodyGetsTheBestAction() {
    List<Action> actions =
        List.of(Decisions.action("small", 0.1, 10, 0), Decisions.action("big", 0.5, 100, 0));
    Instance instance =
        new Instance(
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
    Limit one = new Limit(RejectionReason.CAPACITY, "action call", true, 1, (a, s, b) -> true);
    Instance instance =
        new Instance(
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
    Limit one = new Limit(RejectionReason.CAPACITY, "action call", true, 1, (a, s, b) -> true);
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
        new Instance(actions, List.of(one), List.of(holdout, customer("y", 0.5, 9_000, 1)))
            .choices();

    assertThat(choices.get(0).chosen(), is(true));
    assertThat(choices.get(0).treated(), is(false));
    assertThat(choices.get(0).priority(), is(nullValue()));
    assertThat(choices.get(1).treated(), is(true));
  }

  @Property(tries = 40)
  void everyLimitIsKeptAndEveryCustomerHasAnAnswerWhateverTheirOrder(@ForAll long seed) {
    Instance instance = random(seed, 60, 4);
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
        new Instance(instance.actions(), instance.limits(), shuffled).choices(),
        Matchers.containsInAnyOrder(choices.toArray()));
  }

  @Example
  void aPlanIsWithinOnePercentOfTheOptimumOfRandomInstances() {
    for (long seed = 1; seed <= 4; seed++) {
      Instance instance = random(seed, 1_000, 4);
      double optimum = optimum(instance);

      assertThat((double) instance.net(), greaterThanOrEqualTo(0.99 * optimum));
      assertThat((double) instance.net(), lessThanOrEqualTo(optimum + 1e-3));
    }
  }

  @Example
  void limitsBindInTheRandomInstances() {
    Instance instance = random(1, 400, 4);
    Instance free = new Instance(instance.actions(), List.of(), instance.customers());

    assertThat((double) free.net(), greaterThan(1.2 * instance.net()));
  }

  /** The optimum by ojAlgo when customers may be split, a bound from above. */
  private static double optimum(Instance instance) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Expression> limits = new ArrayList<>();
    for (Limit limit : instance.limits()) {
      limits.add(model.newExpression(limit.name()).upper(limit.bound()));
    }
    for (Considered customer : instance.customers()) {
      Expression once = model.newExpression(customer.customerId()).upper(1);
      for (long left = customer.eligible(); left != 0; left &= left - 1) {
        int a = Long.numberOfTrailingZeros(left);
        Action action = instance.actions().get(a);
        ExpectedValue value = ExpectedValue.of(action, customer.p(), customer.lost());
        Variable chosen =
            model
                .newVariable(customer.customerId() + "/" + a)
                .lower(0)
                .upper(1)
                .weight(value.netMinor());
        once.set(chosen, 1);
        for (int l = 0; l < limits.size(); l++) {
          Limit limit = instance.limits().get(l);
          if (limit.scope().holds(action, customer.segment(), customer.valueBand())) {
            limits.get(l).set(chosen, limit.use(value.costMinor()));
          }
        }
      }
    }
    Optimisation.Result result = model.maximise();
    assertThat(result.getState().isFeasible(), is(true));
    return result.getValue();
  }

  private static Instance random(long seed, int customers, int actions) {
    Random random = new Random(seed);
    List<Action> all = new ArrayList<>();
    for (int a = 0; a < actions; a++) {
      Action action =
          Decisions.action(
              "a" + a,
              0.05 + 0.4 * random.nextDouble(),
              20 + random.nextInt(400),
              random.nextBoolean() ? 0 : random.nextInt(500) + 1);
      all.add(action);
    }
    List<Considered> considered = new ArrayList<>();
    for (int c = 0; c < customers; c++) {
      Estimate p = certain(0.02 + 0.8 * random.nextDouble() * random.nextDouble());
      Estimate lost = certain(Math.rint(500 * Math.exp(4 * random.nextDouble())));
      long eligible = 0;
      for (int a = 0; a < actions; a++) {
        if (random.nextInt(4) > 0 && ExpectedValue.of(all.get(a), p, lost).netMinor() > 0) {
          eligible |= 1L << a;
        }
      }
      considered.add(
          new Considered(
              "c" + c,
              SEGMENTS[random.nextInt(SEGMENTS.length)],
              BANDS[random.nextInt(BANDS.length)],
              Arm.TREATED,
              p,
              lost,
              eligible,
              eligible,
              eligible == 0 ? RejectionReason.NO_POSITIVE_VALUE : null,
              null));
    }
    long budget = customers * 15L;
    List<Limit> limits =
        List.of(
            new Limit(
                RejectionReason.CAPACITY,
                "a0",
                true,
                customers / 25,
                (a, s, b) -> a.name().equals("a0")),
            new Limit(
                RejectionReason.CAPACITY,
                "a1",
                true,
                customers / 20,
                (a, s, b) -> a.name().equals("a1")),
            new Limit(
                RejectionReason.SEGMENT_SHARE,
                "most of a",
                false,
                budget * 3 / 10,
                (a, s, b) -> s.equals("a")),
            new Limit(
                RejectionReason.SEGMENT_SHARE,
                "reserve of b",
                false,
                budget * 7 / 10,
                (a, s, b) -> !s.equals("b")),
            new Limit(
                RejectionReason.BUDGET,
                "reserve of high value",
                false,
                budget * 6 / 10,
                (a, s, b) -> !b.equals("high")),
            new Limit(RejectionReason.BUDGET, "budget", false, budget, (a, s, b) -> true));
    return new Instance(all, limits, considered);
  }

  private static Considered customer(String id, double p, long lost, long eligible) {
    return new Considered(
        id, "a", "high", Arm.TREATED, certain(p), certain(lost), eligible, eligible, null, null);
  }

  private static Estimate certain(double value) {
    return new Estimate(value, value, value);
  }
}
