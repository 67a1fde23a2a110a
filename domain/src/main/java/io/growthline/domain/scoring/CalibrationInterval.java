package io.growthline.domain.scoring;

import io.growthline.domain.monitoring.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Interval of the expected calibration error. The error of few rows is biased upwards, because
 * distances of noise add up (Kumar, Liang and Ma 2019, "Verified uncertainty calibration", section
 * 4). So outcomes are drawn from the rates of the bins, as in the consistency resampling of Bröcker
 * and Smith 2007 ("Increasing the reliability of reliability diagrams"): the weighted distance of
 * drawn from true rates is what chance adds at most, by the triangle inequality, and so the
 * interval reaches its quantile to either side. A bin is drawn from its prediction or from the rate
 * observed, whichever varies more. The draws are fixed: the same bins give the same interval.
 */
final class CalibrationInterval {
  private static final int DRAWS = 1_000;
  private static final long SEED = 2007;

  private CalibrationInterval() {}

  /** The error over the bins, with its interval. */
  static Measured of(List<CalibrationBin> bins) {
    double error = BinaryMetrics.expectedCalibrationError(bins);
    double chance = chance(bins);
    long rows = bins.stream().mapToLong(CalibrationBin::rows).sum();
    return Measured.estimated(
        error, Math.max(0, error - chance), Math.min(1, error + chance), rows);
  }

  private static double chance(List<CalibrationBin> bins) {
    double rows = bins.stream().mapToLong(CalibrationBin::rows).sum();
    SplittableRandom random = new SplittableRandom(SEED);
    double[] distances = new double[DRAWS];
    for (CalibrationBin bin : bins) {
      double rate = moreVaried(bin.meanPredicted(), bin.observedRate());
      Binomial hits = new Binomial(bin.rows(), rate);
      for (int i = 0; i < DRAWS; i++) {
        distances[i] += Math.abs(hits.draw(random.nextDouble()) - bin.rows() * rate) / rows;
      }
    }
    Arrays.sort(distances);
    return distances[(int) Math.ceil(DRAWS * (1 - Measured.ERROR)) - 1];
  }

  private static double moreVaried(double predicted, double observed) {
    return Math.abs(predicted - 0.5) <= Math.abs(observed - 0.5) ? predicted : observed;
  }

  /** Numbers of hits with a probability that matters, and the sums of their probabilities. */
  private static final class Binomial {
    private static final double NEGLIGIBLE = 1e-16;

    private final long first;
    private final double[] sums;

    Binomial(long trials, double rate) {
      long mode = Math.min(trials, (long) ((trials + 1) * rate));
      long low = edge(trials, rate, mode, -1);
      long high = edge(trials, rate, mode, 1);
      first = low;
      sums = new double[(int) (high - low) + 1];
      int middle = (int) (mode - low);
      sums[middle] = 1;
      for (int i = middle; i > 0; i--) {
        sums[i - 1] = sums[i] / ratio(trials, rate, low + i - 1);
      }
      for (int i = middle; i < sums.length - 1; i++) {
        sums[i + 1] = sums[i] * ratio(trials, rate, low + i);
      }
      for (int i = 1; i < sums.length; i++) {
        sums[i] += sums[i - 1];
      }
    }

    // Probability of hits + 1 over that of hits.
    private static double ratio(long trials, double rate, long hits) {
      return (trials - hits) * rate / ((hits + 1) * (1 - rate));
    }

    private static long edge(long trials, double rate, long mode, int step) {
      double weight = 1;
      long hits = mode;
      while (weight > NEGLIGIBLE && hits + step >= 0 && hits + step <= trials) {
        weight =
            step > 0 ? weight * ratio(trials, rate, hits) : weight / ratio(trials, rate, hits - 1);
        hits += step;
      }
      return hits;
    }

    long draw(double uniform) {
      int place = Arrays.binarySearch(sums, uniform * sums[sums.length - 1]);
      return first + (place < 0 ? Math.min(-place - 1, sums.length - 1) : place);
    }
  }
}
