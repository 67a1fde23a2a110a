package io.growthline.domain.decision;

import java.util.List;

/**
 * Searches the price of one limit while the others stay. What a cell uses of the limit falls with
 * its price, so a cell that uses as much at both ends of a bracket does so between, and is not
 * looked at again: bisection costs a few passes over the cells, however exact it is.
 */
final class LimitPrice {
  private static final int HALVINGS = 50;
  private static final double CLOSE = 1e-9;

  /** Ratio to the price before within which is searched first. */
  private static final double NEAR = 1.5;

  private final double bound;
  private final int index;
  private final PriceFit.Cell[] cells;

  /** By option of each cell: expected value less the prices of all other limits. */
  private final double[][] values;

  /** By option of each cell: what it uses of the limit. */
  private final double[][] uses;

  /** Cells of which the use is not settled yet, and their use at both ends of the bracket. */
  private final int[] open;

  private final double[] atLow;
  private final double[] atHigh;
  private final double[] atMiddle;

  /**
   * @param index place of the limit
   * @param all cells; those of which no option uses the limit do not matter
   */
  LimitPrice(double bound, int index, List<PriceFit.Cell> all) {
    this.bound = bound;
    this.index = index;
    this.cells = all.stream().filter(this::matters).toArray(PriceFit.Cell[]::new);
    this.values = new double[cells.length][];
    this.uses = new double[cells.length][];
    for (int c = 0; c < cells.length; c++) {
      int options = cells[c].net().length;
      values[c] = new double[options];
      uses[c] = new double[options];
      for (int o = 0; o < options; o++) {
        uses[c][o] = cells[c].use(o, index);
      }
    }
    this.open = new int[cells.length];
    this.atLow = new double[cells.length];
    this.atHigh = new double[cells.length];
    this.atMiddle = new double[cells.length];
  }

  private boolean matters(PriceFit.Cell cell) {
    for (int o = 0; o < cell.net().length; o++) {
      if (cell.use(o, index) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The lowest price at which the limit is kept.
   *
   * @param prices of all limits; near its own is searched first
   * @param highest price at which nobody uses the limit
   */
  double lowest(double[] prices, double highest) {
    price(prices);
    double before = prices[index];
    if (use(before / NEAR, atLow) > bound && use(before * NEAR, atHigh) <= bound) {
      return bisect(before / NEAR, before * NEAR);
    }
    if (use(0, atLow) <= bound) {
      return 0;
    }
    use(highest, atHigh);
    return bisect(0, highest);
  }

  /** What all cells use at a price; fills what each does. */
  private double use(double price, double[] uses) {
    double used = 0;
    for (int c = 0; c < cells.length; c++) {
      uses[c] = use(c, price);
      used += uses[c];
    }
    return used;
  }

  private double bisect(double from, double to) {
    double low = from;
    double high = to;
    double settled = 0;
    int count = 0;
    for (int c = 0; c < cells.length; c++) {
      if (atLow[c] == atHigh[c]) {
        settled += atLow[c];
      } else {
        open[count++] = c;
      }
    }
    for (int i = 0; i < HALVINGS && high - low > CLOSE * high; i++) {
      double middle = (low + high) / 2;
      double used = settled;
      for (int k = 0; k < count; k++) {
        atMiddle[open[k]] = use(open[k], middle);
        used += atMiddle[open[k]];
      }
      boolean isKept = used <= bound;
      high = isKept ? middle : high;
      low = isKept ? low : middle;
      int left = 0;
      for (int k = 0; k < count; k++) {
        int c = open[k];
        (isKept ? atHigh : atLow)[c] = atMiddle[c];
        if (atLow[c] == atHigh[c]) {
          settled += atLow[c];
        } else {
          open[left++] = c;
        }
      }
      count = left;
    }
    return high;
  }

  private void price(double[] prices) {
    for (int c = 0; c < cells.length; c++) {
      for (int o = 0; o < values[c].length; o++) {
        values[c][o] = cells[c].reduced(o, prices) + prices[index] * uses[c][o];
      }
    }
  }

  private double use(int c, double price) {
    double most = 0;
    double use = 0;
    for (int o = 0; o < values[c].length; o++) {
      double reduced = values[c][o] - price * uses[c][o];
      if (reduced > most) {
        most = reduced;
        use = uses[c][o];
      }
    }
    return use * cells[c].customers();
  }
}
