package io.growthline.domain.scoring;

import io.growthline.domain.monitoring.CheckStatus;
import io.growthline.domain.monitoring.Measured;
import io.growthline.domain.monitoring.PopulationStability;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** Figures of gates, drawn in worlds whose true figure is known. */
final class Simulated {
  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final int BINS = 10;
  private static final int FEATURES =
      Models.ALL.stream().mapToInt(model -> model.latest().names().size()).sum();
  private static final double BASE_RATE = 0.05;
  private static final double SPREAD = 0.04;

  /** Normal scores of both outcomes, whose distance gives the area. */
  Measured auc(int positives, int negatives, double area, SplittableRandom random) {
    double distance = Math.sqrt(2) * NORMAL.inverseCumulativeProbability(area);
    double[] scores = new double[positives + negatives];
    boolean[] outcomes = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      outcomes[i] = i < positives;
      scores[i] = normal(random) + (outcomes[i] ? distance : 0);
    }
    return ModelMeasures.auc(
        metrics(scores.length, positives, BinaryMetrics.auc(scores, outcomes), 0, 1, 0));
  }

  /** Probabilities too high by as much as leaves this skill. */
  Measured skill(int rows, double skill, SplittableRandom random) {
    double shift = Math.sqrt(SPREAD * SPREAD - skill * BASE_RATE * (1 - BASE_RATE));
    double[] predicted = new double[rows];
    boolean[] outcomes = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      double rate = BASE_RATE + (random.nextBoolean() ? SPREAD : -SPREAD);
      predicted[i] = rate + shift;
      outcomes[i] = random.nextDouble() < rate;
    }
    double[] constant = new double[rows];
    Arrays.fill(constant, BASE_RATE);
    ModelMetrics metrics =
        metrics(
            rows,
            0,
            0.5,
            BinaryMetrics.brier(predicted, outcomes),
            BinaryMetrics.brier(constant, outcomes),
            BinaryMetrics.skillError(predicted, BASE_RATE, outcomes));
    return ModelMeasures.of(
            ModelRegistryTest.model("v", metrics).metadata(),
            List.of(new CalibrationBin(1, rows, 0.5, 0.5)))
        .get("churn_skill");
  }

  /** Probabilities too high by this error. */
  Measured calibrationError(int rows, double error, SplittableRandom random) {
    double[] predicted = new double[rows];
    boolean[] outcomes = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      double rate = 0.02 + 0.3 * random.nextDouble();
      predicted[i] = rate + error;
      outcomes[i] = random.nextDouble() < rate;
    }
    return CalibrationInterval.of(BinaryMetrics.calibration(predicted, outcomes, BINS));
  }

  /** A reference of 500 rows in equal bins, and 100 rows tilted to this index. */
  Measured psi(double index, double error, SplittableRandom random) {
    return PopulationStability.measure(
        rows(shares(0), 500, random), rows(shares(tilt(index)), 100, random), error);
  }

  /** How many features fail when one index is this and all others lie on the threshold. */
  Measured features(double index, SplittableRandom random) {
    double error = Measured.ERROR / FEATURES;
    long failed =
        IntStream.range(0, FEATURES)
            .mapToObj(i -> psi(i == 0 ? index : PopulationStability.FAIL, error, random))
            .filter(psi -> PopulationStability.status(psi) == CheckStatus.FAIL)
            .count();
    return Measured.estimated(failed, failed, failed, 100);
  }

  /** A hundred records, of which each is rejected with this probability. */
  Measured rejected(double share, SplittableRandom random) {
    long rejected = random.doubles(100).filter(u -> u < share).count();
    return Measured.share(rejected, 100);
  }

  private static ModelMetrics metrics(
      long rows, long positives, double auc, double brier, double baseline, double skillError) {
    return new ModelMetrics(rows, positives, auc, brier, baseline, 0, 0, skillError);
  }

  private static double normal(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private static double tilt(double index) {
    double low = 0;
    double high = 8;
    for (int i = 0; i < 50; i++) {
      double middle = (low + high) / 2;
      if (PopulationStability.index(shares(0), shares(middle)) < index) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static List<Double> shares(double tilt) {
    double[] weights = IntStream.range(0, BINS).mapToDouble(i -> Math.exp(tilt * i)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).mapToObj(weight -> weight / sum).toList();
  }

  private static Distribution rows(List<Double> shares, int rows, SplittableRandom random) {
    long[] counts = new long[shares.size()];
    for (int row = 0; row < rows; row++) {
      double uniform = random.nextDouble();
      int bin = 0;
      while (bin < shares.size() - 1 && (uniform -= shares.get(bin)) > 0) {
        bin++;
      }
      counts[bin]++;
    }
    return Distributions.of("x", List.of(), counts);
  }
}
