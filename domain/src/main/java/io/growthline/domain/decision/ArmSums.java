package io.growthline.domain.decision;

import io.growthline.domain.uplift.Difference;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * One arm of a plan in one month. Customers weigh the inverse of the chance with which they came
 * into their arm (Horvitz and Thompson 1952, "A generalization of sampling without replacement from
 * a finite universe", Journal of the American Statistical Association 47), and means are divided by
 * the sum of weights (Hájek 1971). With one propensity all weigh 1, and means are plain.
 */
final class ArmSums {
  private final boolean treated;
  private final List<Stratum> strata = new ArrayList<>();

  /** Customers with one propensity and action, and their sums. */
  private record Stratum(long propensity, long[] sums) {
    double weight(boolean treated, long reference) {
      long certain = OutcomeTotals.PROPENSITY_PARTS;
      return treated
          ? (double) reference / propensity
          : (double) (certain - reference) / (certain - propensity);
    }
  }

  ArmSums(boolean treated) {
    this.treated = treated;
  }

  void add(OutcomeTotals.Cell cell, long[] sums) {
    strata.add(new Stratum(cell.propensity(), sums));
  }

  long sum(int slot) {
    long sum = 0;
    for (Stratum stratum : strata) {
      sum = Math.addExact(sum, stratum.sums()[slot]);
    }
    return sum;
  }

  long customers() {
    return sum(OutcomeTotals.CUSTOMERS);
  }

  /** Whether a slot counts everybody. */
  boolean holdsForAll(int slot) {
    return sum(slot) == customers();
  }

  /** Whether everybody could have come into either arm. */
  boolean overlaps() {
    return strata.stream()
        .allMatch(s -> s.propensity() > 0 && s.propensity() < OutcomeTotals.PROPENSITY_PARTS);
  }

  /** Customers who were expected to be treated, and the variance of their number. */
  double[] expectedTreated() {
    double mean = 0;
    double variance = 0;
    for (Stratum stratum : strata) {
      double propensity = (double) stratum.propensity() / OutcomeTotals.PROPENSITY_PARTS;
      long customers = stratum.sums()[OutcomeTotals.CUSTOMERS];
      mean += customers * propensity;
      variance += customers * propensity * (1 - propensity);
    }
    return new double[] {mean, variance};
  }

  /** The share who were retained. */
  Difference.Share retention() {
    return new Difference.Share(effective(), Math.min(1, mean(OutcomeTotals.RETAINED)));
  }

  /** The mean of the value retained, with its variance, which needs two customers. */
  Mean value() {
    double mean = mean(OutcomeTotals.RETAINED_VALUE);
    double spread = 0;
    double sum = 0;
    for (Stratum stratum : strata) {
      long[] sums = stratum.sums();
      double weight = weight(stratum);
      double customers = sums[OutcomeTotals.CUSTOMERS];
      double about =
          squares(sums) - mean * (2 * sums[OutcomeTotals.RETAINED_VALUE] - mean * customers);
      spread += weight * weight * Math.max(0, about);
      sum += weight * customers;
    }
    double effective = effective();
    return new Mean(effective, mean, spread / (sum * sum) * effective / (effective - 1));
  }

  /** A mean of an effective number of customers. */
  record Mean(double customers, double mean, double variance) {}

  private double mean(int slot) {
    double weighted = 0;
    double weights = 0;
    for (Stratum stratum : strata) {
      double weight = weight(stratum);
      weighted += weight * stratum.sums()[slot];
      weights += weight * stratum.sums()[OutcomeTotals.CUSTOMERS];
    }
    return weighted / weights;
  }

  private double effective() {
    double sum = 0;
    double squares = 0;
    for (Stratum stratum : strata) {
      double weight = weight(stratum);
      long customers = stratum.sums()[OutcomeTotals.CUSTOMERS];
      sum += weight * customers;
      squares += weight * weight * customers;
    }
    return sum * sum / squares;
  }

  // Only the ratio of weights counts.
  private double weight(Stratum stratum) {
    return stratum.weight(treated, strata.get(0).propensity());
  }

  private static double squares(long[] sums) {
    return BigInteger.valueOf(sums[OutcomeTotals.SQUARES])
        .shiftLeft(Long.SIZE)
        .add(BigInteger.valueOf(sums[OutcomeTotals.SQUARES + 1]).shiftLeft(Integer.SIZE))
        .add(BigInteger.valueOf(sums[OutcomeTotals.SQUARES + 2]))
        .doubleValue();
  }
}
