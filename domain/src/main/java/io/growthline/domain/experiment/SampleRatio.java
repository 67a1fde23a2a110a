package io.growthline.domain.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Whether arms have the shares of customers that were declared. Where they have not, assignment,
 * exposure or recording differs between arms, and no effect can be trusted: Fabijan, Gupchup,
 * Gupta, Omhover, Qin, Vermeer and Dmitriev 2019, "Diagnosing sample ratio mismatch in online
 * controlled experiments", KDD. Pearson's chi-square test, at {@value #ALPHA}.
 *
 * @param chiSquare sum over arms of (counted − expected)² / expected
 * @param pValue chance of at least this without a mismatch; 1 without customers
 */
public record SampleRatio(double chiSquare, double pValue) {
  /** Below it there is a mismatch. */
  public static final double ALPHA = 0.001;

  /** Fewest customers whom the test expects of an arm; with fewer it is not made. */
  private static final double FEWEST = 5;

  /**
   * Of all customers.
   *
   * @param counts customers of each arm
   * @param shares declared share of each arm; they add up to 1
   */
  public static SampleRatio of(List<Long> counts, List<Double> shares) {
    if (counts.size() != shares.size()) {
      throw new IllegalArgumentException(
          "%d arms were counted, and %d have a share".formatted(counts.size(), shares.size()));
    }
    long all = counts.stream().mapToLong(Long::longValue).sum();
    double chiSquare = 0;
    for (int i = 0; i < counts.size(); i++) {
      double expected = all * shares.get(i);
      if (expected < FEWEST) {
        return new SampleRatio(0, 1);
      }
      chiSquare += (counts.get(i) - expected) * (counts.get(i) - expected) / expected;
    }
    double p = 1 - new ChiSquaredDistribution(counts.size() - 1).cumulativeProbability(chiSquare);
    return new SampleRatio(chiSquare, p);
  }

  /** Whether no effect of the experiment can be trusted. */
  public boolean isMismatch() {
    return pValue < ALPHA;
  }

  /**
   * A part of the customers whose arms do not have their shares.
   *
   * @param value value of the segment
   * @param ratio its test, the p value adjusted for the number of values by Holm
   */
  public record Fault(String value, SampleRatio ratio) {}

  /**
   * The values of a segment that are at fault, in order. A fault of all customers shows in all
   * values; one in a few says where to look.
   *
   * @param counts customers of each arm, by value of the segment
   */
  public static List<Fault> faults(SortedMap<String, List<Long>> counts, List<Double> shares) {
    List<SampleRatio> ratios = counts.values().stream().map(arms -> of(arms, shares)).toList();
    double[] adjusted =
        Correction.HOLM.adjusted(ratios.stream().mapToDouble(SampleRatio::pValue).toArray());
    List<Fault> faults = new ArrayList<>();
    int i = 0;
    for (String value : counts.keySet()) {
      SampleRatio ratio = new SampleRatio(ratios.get(i).chiSquare(), adjusted[i]);
      if (ratio.isMismatch()) {
        faults.add(new Fault(value, ratio));
      }
      i++;
    }
    return faults;
  }
}
