package io.growthline.domain.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses for one customer at the prices of limits. Thread-safe. */
public final class Chooser {
  private final List<Action> actions;
  private final List<Limit> limits;
  private final Prices prices;

  public Chooser(DecisionRules rules, Prices prices) {
    this(rules.actions(), Limit.of(rules), prices);
  }

  Chooser(List<Action> actions, List<Limit> limits, Prices prices) {
    this.actions = actions;
    this.limits = limits;
    this.prices = prices;
  }

  /** The customer as a candidate, when one may be. */
  Optional<Candidate> candidate(Considered customer) {
    List<Candidate.Option> options = new ArrayList<>();
    for (long left = customer.eligible(); left != 0; left &= left - 1) {
      int action = Long.numberOfTrailingZeros(left);
      ExpectedValue value = value(customer, action);
      double reduced = value.netMinor() - price(customer, action, value);
      if (reduced >= -prices.tolerance() * value.netMinor()) {
        options.add(new Candidate.Option(action, value.netMinor(), value.costMinor(), reduced));
      }
    }
    return options.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Candidate(
                customer.customerId(),
                customer.segment(),
                customer.valueBand(),
                customer.arm(),
                options));
  }

  /** Adds the customer to the candidates, when one may be. */
  public void addTo(Candidates candidates, Considered customer) {
    candidate(customer).ifPresent(candidates::add);
  }

  /** What was decided for a customer. */
  public Choice choice(Considered customer, Allocation allocation) {
    Allocation.Verdict verdict = allocation.of(customer.customerId());
    if (verdict != null) {
      return choice(customer, verdict);
    }
    int best = best(customer);
    if (best < 0) {
      return new Choice(customer, null, null, customer.reason(), customer.detail(), null, 0);
    }
    ExpectedValue value = value(customer, best);
    if (customer.reason() != null) {
      return new Choice(
          customer, actions.get(best), value, customer.reason(), customer.detail(), null, 0);
    }
    Limit limit = priced(customer, best, value);
    return new Choice(
        customer,
        actions.get(best),
        value,
        limit.reason(),
        limit.name(),
        null,
        price(customer, best, value));
  }

  private Choice choice(Considered customer, Allocation.Verdict verdict) {
    Limit full = verdict.chosen() ? null : limits.get(verdict.limit());
    ExpectedValue value = value(customer, verdict.action());
    return new Choice(
        customer,
        actions.get(verdict.action()),
        value,
        full == null ? null : full.reason(),
        full == null ? null : full.name(),
        verdict.priority() == 0 ? null : verdict.priority(),
        price(customer, verdict.action(), value));
  }

  /** The limit whose price, after those before it, takes the rest of what an action is worth. */
  private Limit priced(Considered customer, int action, ExpectedValue value) {
    double left = value.netMinor();
    for (int l = 0; l < limits.size(); l++) {
      left -= priceOf(l, customer, action, value);
      if (left < 0) {
        return limits.get(l);
      }
    }
    throw new IllegalStateException(
        "Customer " + customer.customerId() + " is worth the prices, but was no candidate");
  }

  /** What an action would use of all limits, at their prices. */
  private double price(Considered customer, int action, ExpectedValue value) {
    double price = 0;
    for (int l = 0; l < limits.size(); l++) {
      price += priceOf(l, customer, action, value);
    }
    return price;
  }

  private double priceOf(int limit, Considered customer, int action, ExpectedValue value) {
    Limit each = limits.get(limit);
    return each.scope().holds(actions.get(action), customer.segment(), customer.valueBand())
        ? prices.values().get(limit) * each.use(value.costMinor())
        : 0;
  }

  /** The action of most expected value of those considered; -1 where that is not known. */
  private int best(Considered customer) {
    return best(actions, customer);
  }

  static int best(List<Action> actions, Considered customer) {
    if (customer.lost() == null) {
      return -1;
    }
    int best = -1;
    long most = Long.MIN_VALUE;
    long from = customer.eligible() != 0 ? customer.eligible() : customer.considered();
    for (long left = from; left != 0; left &= left - 1) {
      int action = Long.numberOfTrailingZeros(left);
      long net = ExpectedValue.of(actions.get(action), customer.p(), customer.lost()).netMinor();
      if (net > most) {
        most = net;
        best = action;
      }
    }
    return best;
  }

  private ExpectedValue value(Considered customer, int action) {
    return ExpectedValue.of(actions.get(action), customer.p(), customer.lost());
  }
}
