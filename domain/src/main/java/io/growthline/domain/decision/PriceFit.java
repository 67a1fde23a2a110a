package io.growthline.domain.decision;

import io.growthline.domain.mart.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the prices of limits: what the last contact or penny of each is worth. They are the
 * multipliers that minimise the Lagrangian dual of the choice (Everett 1963, "Generalized Lagrange
 * multiplier method for solving problems of optimum allocation of resources", Operations Research
 * 11), worked out on cells of customers by coordinate bisection. Deterministic.
 */
final class PriceFit {
  private static final int MOST_SWEEPS = 60;
  private static final int HALVINGS = 50;
  private static final double CLOSE = 1e-7;

  private final List<Limit> limits;
  private final List<Cell> cells = new ArrayList<>();
  private double highest;

  /** One cell; arrays are by option, which is an eligible action. */
  private record Cell(double customers, double[] net, double[] cost, int[][] limits) {}

  /**
   * @param counts customers who are contacted when chosen, with the slots of {@link DecisionCell}
   */
  PriceFit(List<Action> actions, List<Limit> limits, Counts<DecisionCell> counts) {
    this(limits);
    counts.forEach((key, slots) -> add(cell(actions, key, slots)));
  }

  /**
   * Prices of candidates, each for itself.
   *
   * @param candidates customers who are contacted when chosen
   */
  static PriceFit of(List<Action> actions, List<Limit> limits, Iterable<Candidate> candidates) {
    PriceFit fit = new PriceFit(limits);
    for (Candidate candidate : candidates) {
      int options = candidate.options().size();
      double[] net = new double[options];
      double[] cost = new double[options];
      int[][] used = new int[options][];
      for (int o = 0; o < options; o++) {
        Candidate.Option option = candidate.options().get(o);
        net[o] = option.netMinor();
        cost[o] = option.costMinor();
        used[o] =
            fit.used(actions.get(option.action()), candidate.segment(), candidate.valueBand());
      }
      fit.add(new Cell(1, net, cost, used));
    }
    return fit;
  }

  private PriceFit(List<Limit> limits) {
    this.limits = limits;
  }

  private void add(Cell cell) {
    for (int o = 0; o < cell.net().length; o++) {
      double net = cell.net()[o];
      double cost = cell.cost()[o];
      if (net > 0) {
        highest = Math.max(highest, cost > 0 ? Math.max(net, net / cost) : net);
      }
    }
    if (cell.net().length > 0) {
      cells.add(cell);
    }
  }

  private Cell cell(List<Action> actions, DecisionCell key, long[] slots) {
    double customers = slots[DecisionCell.CUSTOMERS];
    double p = slots[DecisionCell.CHANCE] * DecisionCell.CHANCE_UNIT / customers;
    double pv = slots[DecisionCell.CHANCE_VALUE] * DecisionCell.CHANCE_VALUE_UNIT / customers;
    int options = Long.bitCount(key.eligible());
    double[] net = new double[options];
    double[] cost = new double[options];
    int[][] used = new int[options][];
    long left = key.eligible();
    for (int o = 0; o < options; o++, left &= left - 1) {
      Action action = actions.get(Long.numberOfTrailingZeros(left));
      double s = action.success().value();
      double toStayers = (1 - p) * action.incentiveMinor() * action.takeUp();
      net[o] = s * (pv - p * action.incentiveMinor()) - action.contactCostMinor() - toStayers;
      cost[o] = action.contactCostMinor() + p * s * action.incentiveMinor() + toStayers;
      used[o] = used(action, key.segment(), key.valueBand());
    }
    return new Cell(customers, net, cost, used);
  }

  private int[] used(Action action, String segment, String valueBand) {
    int[] used = new int[limits.size()];
    int count = 0;
    for (int l = 0; l < limits.size(); l++) {
      if (limits.get(l).scope().holds(action, segment, valueBand)) {
        used[count++] = l;
      }
    }
    return Arrays.copyOf(used, count);
  }

  /** The prices, in the order of limits, in minor units a contact or a minor unit. */
  double[] prices() {
    double[] prices = new double[limits.size()];
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double moved = 0;
      for (int l = 0; l < prices.length; l++) {
        double price = price(l, prices);
        moved = Math.max(moved, Math.abs(price - prices[l]) / Math.max(1e-3, prices[l]));
        prices[l] = price;
      }
      if (moved < CLOSE) {
        break;
      }
    }
    return prices;
  }

  /**
   * What the best choice within the limits brings: the dual at these prices, in minor units. A
   * bound from above, and exact where cells may be split.
   */
  double net(double[] prices) {
    double net = 0;
    for (int l = 0; l < prices.length; l++) {
      net += prices[l] * limits.get(l).bound();
    }
    for (Cell cell : cells) {
      net += cell.customers() * Math.max(0, reduced(cell, best(cell, prices), prices));
    }
    return net;
  }

  /** What choices use of a limit in the best choice at these prices. */
  double use(int limit, double[] prices) {
    double use = 0;
    for (Cell cell : cells) {
      int option = best(cell, prices);
      if (reduced(cell, option, prices) > 0 && uses(cell, option, limit)) {
        use += cell.customers() * use(cell, option, limit);
      }
    }
    return use;
  }

  /** The lowest price at which a limit is kept, while the other prices stay. */
  private double price(int limit, double[] prices) {
    double before = prices[limit];
    try {
      prices[limit] = 0;
      if (use(limit, prices) <= limits.get(limit).bound()) {
        return 0;
      }
      double low = 0;
      double high = highest;
      for (int i = 0; i < HALVINGS && high - low > CLOSE * 1e-2 * high; i++) {
        double middle = (low + high) / 2;
        prices[limit] = middle;
        if (use(limit, prices) <= limits.get(limit).bound()) {
          high = middle;
        } else {
          low = middle;
        }
      }
      return high;
    } finally {
      prices[limit] = before;
    }
  }

  private int best(Cell cell, double[] prices) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int o = 0; o < cell.net().length; o++) {
      double reduced = reduced(cell, o, prices);
      if (reduced > most) {
        most = reduced;
        best = o;
      }
    }
    return best;
  }

  private double reduced(Cell cell, int option, double[] prices) {
    double reduced = cell.net()[option];
    for (int limit : cell.limits()[option]) {
      reduced -= prices[limit] * use(cell, option, limit);
    }
    return reduced;
  }

  private double use(Cell cell, int option, int limit) {
    return limits.get(limit).counts() ? 1 : cell.cost()[option];
  }

  private static boolean uses(Cell cell, int option, int limit) {
    for (int each : cell.limits()[option]) {
      if (each == limit) {
        return true;
      }
    }
    return false;
  }
}
