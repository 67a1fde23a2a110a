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
  private static final double CLOSE = 1e-7;

  private final List<Limit> limits;
  private final List<Cell> cells = new ArrayList<>();
  private double highest;

  /**
   * One cell; arrays are by option, which is an eligible action.
   *
   * @param limits that an option uses, by their place
   * @param uses what it uses of each of them
   */
  record Cell(double customers, double[] net, int[][] limits, double[][] uses) {
    double reduced(int option, double[] prices) {
      double reduced = net[option];
      for (int k = 0; k < limits[option].length; k++) {
        reduced -= prices[limits[option][k]] * uses[option][k];
      }
      return reduced;
    }

    /** What an option uses of a limit. */
    double use(int option, int limit) {
      for (int k = 0; k < limits[option].length; k++) {
        if (limits[option][k] == limit) {
          return uses[option][k];
        }
      }
      return 0;
    }
  }

  /**
   * @param counts customers who are contacted when chosen, with the slots of {@link DecisionCell}
   */
  PriceFit(List<Action> actions, List<Limit> limits, Counts<DecisionCell> counts) {
    this(limits);
    counts.forEach((key, slots) -> add(actions, key, slots));
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
      fit.add(1, net, cost, used);
    }
    return fit;
  }

  private PriceFit(List<Limit> limits) {
    this.limits = limits;
  }

  private void add(double customers, double[] net, double[] cost, int[][] used) {
    double[][] uses = new double[net.length][];
    for (int o = 0; o < net.length; o++) {
      uses[o] = new double[used[o].length];
      for (int k = 0; k < used[o].length; k++) {
        uses[o][k] = limits.get(used[o][k]).counts() ? 1 : cost[o];
      }
      if (net[o] > 0) {
        highest = Math.max(highest, cost[o] > 0 ? Math.max(net[o], net[o] / cost[o]) : net[o]);
      }
    }
    if (net.length > 0) {
      cells.add(new Cell(customers, net, used, uses));
    }
  }

  private void add(List<Action> actions, DecisionCell key, long[] slots) {
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
    add(customers, net, cost, used);
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
    List<LimitPrice> searches = new ArrayList<>();
    for (int l = 0; l < prices.length; l++) {
      searches.add(new LimitPrice(limits.get(l).bound(), l, cells));
    }
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double moved = 0;
      for (int l = 0; l < prices.length; l++) {
        double price = searches.get(l).lowest(prices, highest);
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
      double most = 0;
      for (int o = 0; o < cell.net().length; o++) {
        most = Math.max(most, cell.reduced(o, prices));
      }
      net += cell.customers() * most;
    }
    return net;
  }
}
