package io.growthline.domain.uplift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much of an effect the customers hold whom a score puts first. Rows are ordered by falling
 * score and counted in at most {@value #BINS} bins, equal scores in one; all that follows is worked
 * out from the counts, so it takes the same memory for any number of rows.
 *
 * <p>With n and r the rows and outcomes of the first share φ of customers, of the treated (t) and
 * the control (c), and N those of all:
 *
 * <ul>
 *   <li>Qini curve: u(φ) = r_t − r_c · n_t / n_c (Radcliffe 2007, "Using control groups to target
 *       on predicted lift", section on quality measures)
 *   <li>Qini: the area between u and the line to u(1), over N_t. 0 is a random order; the unit is
 *       outcomes for each treated customer.
 *   <li>Qini coefficient: that area over the same area of the best order there could be, in which
 *       treated customers with the outcome come first and those of the control with it last
 *       (Radcliffe 2007, Q). 1 cannot be reached in practice.
 *   <li>AUUC: the area under φ · (r_t / n_t − r_c / n_c) (Jaskowski and Jaroszewicz 2012, "Uplift
 *       modeling for clinical trial data"). A random order gives half the average effect.
 * </ul>
 *
 * <p>Areas are sums of trapezoids. Intervals are the 5 and 95 % quantiles of {@value #DRAWS}
 * bootstrap samples, in which each row is drawn a Poisson(1) number of times (Chamandy,
 * Muralidharan, Najmi and Naidu 2012, "Estimating uncertainty for massive data streams"); a count
 * of rows is then Poisson with itself as the mean. They hold for the scores as they are: how scores
 * would differ had other customers taught them is left out. The draws are the same in every run.
 */
public final class QiniCurve {
  private static final int BINS = 100;
  private static final int DRAWS = 400;
  private static final long SEED = 20_070_917;
  private static final int SLOTS = 4;

  private final List<long[]> bins;

  private QiniCurve(List<long[]> bins) {
    this.bins = bins;
  }

  /**
   * Areas of one sample.
   *
   * @param qini area between curve and random order, outcomes for each treated customer
   * @param coefficient the same over that of the best order
   * @param auuc area under the uplift curve
   */
  public record Areas(double qini, double coefficient, double auuc) {}

  /**
   * A measure with its interval.
   *
   * @param estimate of the rows as they are
   * @param lower lower end of the 90 % interval
   * @param upper upper end of the 90 % interval
   */
  public record Measure(double estimate, double lower, double upper) {
    /** Whether the order is better than a random one beyond chance. */
    public boolean isPositive() {
      return lower > 0;
    }
  }

  /** All measures of one curve. */
  public record Quality(Measure qini, Measure coefficient, Measure auuc) {}

  /**
   * Counts rows by score.
   *
   * @param scores of the rows, in their order
   * @throws IllegalArgumentException when treated or control rows are absent
   */
  public static QiniCurve of(List<TrialRow> rows, double[] scores) {
    long treated = rows.stream().filter(TrialRow::treated).count();
    if (treated == 0 || treated == rows.size()) {
      throw new IllegalArgumentException(
          "A Qini curve needs treated and control rows: %d of %d are treated"
              .formatted(treated, rows.size()));
    }
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<long[]> bins = new ArrayList<>();
    long[] bin = new long[SLOTS];
    for (int i = 0; i < order.length; i++) {
      TrialRow row = rows.get(order[i]);
      int slot = row.treated() ? 0 : 2;
      bin[slot + (row.outcome() ? 1 : 0)]++;
      boolean full = i + 1 >= (long) order.length * (bins.size() + 1) / BINS;
      boolean last = i + 1 == order.length;
      if (last || full && scores[order[i + 1]] != scores[order[i]]) {
        bins.add(bin);
        bin = new long[SLOTS];
      }
    }
    return new QiniCurve(bins);
  }

  /** Number of bins; 1 when the scores tell no two rows apart. */
  public int size() {
    return bins.size();
  }

  /** The areas of the rows as they are. */
  public Areas areas() {
    return areas(bins);
  }

  /** The areas with their intervals. */
  public Quality quality() {
    Areas here = areas();
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] draws = new double[3][DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      Areas drawn = areas(bins.stream().map(bin -> resampled(bin, random)).toList());
      draws[0][draw] = drawn.qini();
      draws[1][draw] = drawn.coefficient();
      draws[2][draw] = drawn.auuc();
    }
    return new Quality(
        measure(here.qini(), draws[0]),
        measure(here.coefficient(), draws[1]),
        measure(here.auuc(), draws[2]));
  }

  private static Measure measure(double estimate, double[] draws) {
    double[] sorted = java.util.Arrays.stream(draws).sorted().toArray();
    return new Measure(estimate, sorted[DRAWS / 20], sorted[DRAWS - 1 - DRAWS / 20]);
  }

  private static long[] resampled(long[] bin, SplittableRandom random) {
    long[] drawn = new long[SLOTS];
    for (int slot = 0; slot < SLOTS; slot++) {
      drawn[slot] = Poisson.draw(bin[slot], random);
    }
    return drawn;
  }

  private static Areas areas(List<long[]> bins) {
    long treated = 0;
    long control = 0;
    long treatedOutcomes = 0;
    long controlOutcomes = 0;
    for (long[] bin : bins) {
      treated += bin[0] + bin[1];
      treatedOutcomes += bin[1];
      control += bin[2] + bin[3];
      controlOutcomes += bin[3];
    }
    if (treated == 0 || control == 0) {
      return new Areas(0, 0, 0);
    }
    double rows = treated + control;
    double perTreated = (double) treated / control;
    double end = treatedOutcomes - controlOutcomes * perTreated;
    double qini = 0;
    double auuc = 0;
    double lastGain = 0;
    double lastUplift = 0;
    double lastShare = 0;
    long t = 0;
    long c = 0;
    long rt = 0;
    long rc = 0;
    for (long[] bin : bins) {
      t += bin[0] + bin[1];
      rt += bin[1];
      c += bin[2] + bin[3];
      rc += bin[3];
      double share = (t + c) / rows;
      double gain = c == 0 ? rt : rt - (double) rc * t / c;
      double uplift = share * ((t == 0 ? 0 : (double) rt / t) - (c == 0 ? 0 : (double) rc / c));
      qini += (share - lastShare) * (gain + lastGain) / 2;
      auuc += (share - lastShare) * (uplift + lastUplift) / 2;
      lastGain = gain;
      lastUplift = uplift;
      lastShare = share;
    }
    double above = qini - end / 2;
    // Up to all treated outcomes, level, and down by those of the control.
    double risen = treatedOutcomes / rows;
    double falls = controlOutcomes / rows;
    double best =
        risen * treatedOutcomes / 2
            + (1 - risen - falls) * treatedOutcomes
            + falls * (treatedOutcomes + end) / 2
            - end / 2;
    return new Areas(above / treated, best <= 0 ? 0 : above / best, auuc);
  }
}
