package io.growthline.domain.decision;

import io.growthline.domain.mart.Counts;
import io.growthline.domain.pricing.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Actions, limits and customers to choose for. */
record AllocationInstance(List<Action> actions, List<Limit> limits, List<Considered> customers) {
  private static final String[] SEGMENTS = {"a", "b", "c"};
  private static final String[] BANDS = {"low", "medium", "high"};

  private Prices prices() {
    Counts<DecisionCell> cells = new Counts<>(DecisionCell.class, DecisionCell.SLOTS);
    for (Considered customer : customers) {
      if (customer.eligible() != 0 && customer.arm() == Arm.TREATED) {
        cells.add(DecisionCell.of(customer), DecisionCell.amounts(customer));
      }
    }
    return Prices.of(actions, limits, cells);
  }

  Chooser chooser() {
    return new Chooser(actions, limits, prices());
  }

  Candidates candidates(Chooser chooser) {
    Candidates candidates = new Candidates();
    customers.forEach(customer -> chooser.addTo(candidates, customer));
    return candidates;
  }

  List<Choice> choices() {
    Chooser chooser = chooser();
    Allocation allocation = Allocation.of(actions, limits, candidates(chooser));
    return customers.stream().map(customer -> chooser.choice(customer, allocation)).toList();
  }

  /** What the plan is expected to bring. */
  long net() {
    return choices().stream().filter(Choice::treated).mapToLong(c -> c.value().netMinor()).sum();
  }

  /** The best plan, by the branch and bound of ojAlgo. */
  Optimisation.Result optimum() {
    return solve(true);
  }

  /** The best plan when customers may be split, by ojAlgo: a bound from above. */
  Optimisation.Result bound() {
    return solve(false);
  }

  private Optimisation.Result solve(boolean whole) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Expression> used = new ArrayList<>();
    for (Limit limit : limits) {
      used.add(model.newExpression(limit.name()).upper(limit.bound()));
    }
    for (Considered customer : customers) {
      Expression once = model.newExpression(customer.customerId()).upper(1);
      for (long left = customer.eligible(); left != 0; left &= left - 1) {
        int a = Long.numberOfTrailingZeros(left);
        Action action = actions.get(a);
        ExpectedValue value = ExpectedValue.of(action, customer.p(), customer.lost());
        Variable chosen = model.newVariable(customer.customerId() + "/" + a);
        chosen.lower(0).upper(1).weight(value.netMinor());
        chosen.integer(whole);
        once.set(chosen, 1);
        for (int l = 0; l < limits.size(); l++) {
          Limit limit = limits.get(l);
          if (limit.scope().holds(action, customer.segment(), customer.valueBand())) {
            used.get(l).set(chosen, limit.use(value.costMinor()));
          }
        }
      }
    }
    return model.maximise();
  }

  static AllocationInstance random(long seed, int customers, int actions) {
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
    return new AllocationInstance(all, limits(customers), considered);
  }

  private static List<Limit> limits(int customers) {
    long budget = customers * 15L;
    return List.of(
        new Limit(
            Limit.Kind.ACTION_CAPACITY,
            "a0",
            (customers + 24) / 25,
            (a, s, b) -> a.name().equals("a0")),
        new Limit(
            Limit.Kind.ACTION_CAPACITY,
            "a1",
            (customers + 19) / 20,
            (a, s, b) -> a.name().equals("a1")),
        new Limit(
            Limit.Kind.SEGMENT_MAX_SHARE, "most of a", budget * 3 / 10, (a, s, b) -> s.equals("a")),
        new Limit(
            Limit.Kind.SEGMENT_RESERVE,
            "reserve of b",
            budget * 7 / 10,
            (a, s, b) -> !s.equals("b")),
        new Limit(
            Limit.Kind.HIGH_VALUE_RESERVE,
            "reserve of high value",
            budget * 6 / 10,
            (a, s, b) -> !b.equals("high")),
        new Limit(Limit.Kind.BUDGET, "budget", budget, (a, s, b) -> true));
  }

  static Considered customer(String id, double p, long lost, long eligible) {
    return new Considered(
        id, "a", "high", Arm.TREATED, certain(p), certain(lost), eligible, eligible, null, null);
  }

  private static Estimate certain(double value) {
    return new Estimate(value, value, value);
  }
}
