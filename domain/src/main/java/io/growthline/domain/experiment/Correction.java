package io.growthline.domain.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How p values of several comparisons are adjusted; an adjusted one is compared with alpha. */
public enum Correction {
  /**
   * The chance of any false discovery is at most alpha: Holm 1979, "A simple sequentially rejective
   * multiple test procedure", Scandinavian Journal of Statistics 6. The i-th smallest of m is
   * multiplied by m − i + 1.
   */
  HOLM {
    @Override
    double[] ofSorted(double[] p) {
      double[] adjusted = new double[p.length];
      double most = 0;
      for (int i = 0; i < p.length; i++) {
        most = Math.max(most, Math.min(1, (p.length - i) * p[i]));
        adjusted[i] = most;
      }
      return adjusted;
    }
  },
  /**
   * The expected share of false discoveries is at most alpha: Benjamini and Hochberg 1995,
   * "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57, eq. 1.
   * The i-th smallest of m is multiplied by m / i.
   */
  BH {
    @Override
    double[] ofSorted(double[] p) {
      double[] adjusted = new double[p.length];
      double least = 1;
      for (int i = p.length - 1; i >= 0; i--) {
        least = Math.min(least, p.length * p[i] / (i + 1));
        adjusted[i] = least;
      }
      return adjusted;
    }
  };

  /** Name in files and tables. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The adjusted p values, in the order given.
   *
   * @param p p values of all comparisons; NaN for one that was not made, which stays NaN and does
   *     not count
   */
  public double[] adjusted(double[] p) {
    List<Integer> order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> p[i]))
            .toList();
    double[] sorted = ofSorted(order.stream().mapToDouble(i -> p[i]).toArray());
    double[] adjusted = p.clone();
    for (int i = 0; i < sorted.length; i++) {
      adjusted[order.get(i)] = sorted[i];
    }
    return adjusted;
  }

  /** The adjusted p values of ascending ones. */
  abstract double[] ofSorted(double[] p);
}
