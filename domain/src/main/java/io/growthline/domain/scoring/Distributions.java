package io.growthline.domain.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Freezes and counts distributions over bins. */
public final class Distributions {
  private static final int BINS = 10;

  private Distributions() {}

  /** Distribution of values over bins between their deciles; NaN is missing. */
  public static Distribution of(String feature, double[] values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    List<Double> edges = new ArrayList<>();
    for (int i = 1; i < BINS && known.length > 0; i++) {
      double edge = known[(int) ((long) (known.length - 1) * i / BINS)];
      boolean rises = edges.isEmpty() || edge > edges.get(edges.size() - 1);
      if (rises && edge < known[known.length - 1]) {
        edges.add(edge);
      }
    }
    long[] counts = new long[edges.size() + 2];
    for (double value : values) {
      counts[bin(edges, value)]++;
    }
    return of(feature, edges, counts);
  }

  /** Distribution of rows that were counted elsewhere over the same edges. */
  public static Distribution of(String feature, List<Double> edges, long[] counts) {
    long rows = Arrays.stream(counts).sum();
    List<Double> shares =
        Arrays.stream(counts).mapToObj(n -> rows == 0 ? 0.0 : (double) n / rows).toList();
    return new Distribution(feature, List.copyOf(edges), shares, rows);
  }

  /** Bin of a value: the first whose edge is not below it; the last bin holds missing values. */
  static int bin(List<Double> edges, double value) {
    if (Double.isNaN(value)) {
      return edges.size() + 1;
    }
    int bin = 0;
    while (bin < edges.size() && value > edges.get(bin)) {
      bin++;
    }
    return bin;
  }
}
