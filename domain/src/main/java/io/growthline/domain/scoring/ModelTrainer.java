package io.growthline.domain.scoring;

import io.growthline.domain.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains one model: trees on the oldest rows, Platt scaling on the next, quality and reference on
 * the newest. The same rows give the same bytes.
 */
public final class ModelTrainer {
  static final int LEAST_ROWS = 200;
  static final int LEAST_OF_A_CLASS = 20;
  private static final int BINS = 10;

  private final String name;
  private final List<String> features;
  private final int labelDays;

  /**
   * @param name of the model
   * @param features names of the inputs, in order
   * @param labelDays days after which an outcome is known
   */
  public ModelTrainer(String name, List<String> features, int labelDays) {
    this.name = name;
    this.features = List.copyOf(features);
    this.labelDays = labelDays;
  }

  /**
   * @param asOf everything known before this day is in the rows
   * @param rows in a fixed order, by day first
   */
  public TrainingOutcome train(LocalDate asOf, List<LabelledRow> rows) {
    Optional<String> obstacle = obstacle("labelled rows", rows, LEAST_ROWS, LEAST_OF_A_CLASS);
    if (obstacle.isPresent()) {
      return untrainable(obstacle.get());
    }
    TimeSplit split = TimeSplit.of(rows, labelDays);
    obstacle =
        obstacle("training rows known before the validation", split.train(), 100, 10)
            .or(() -> obstacle("validation rows", split.validation(), 20, 2))
            .or(() -> obstacle("hold-out rows", split.holdout(), 20, 2));
    if (obstacle.isPresent()) {
      return untrainable(obstacle.get());
    }
    Optional<LeakCheck.Suspicion> leak = LeakCheck.find(features, split.train());
    if (leak.isPresent()) {
      return untrainable(knows(leak.get()));
    }
    byte[] ubj = TreeGrower.grow(split.train());
    Trees trees = new Trees(ubj);
    PlattScaling scaling =
        PlattScaling.fit(trees.margins(inputs(split.validation())), outcomes(split.validation()));
    if (scaling.slope() <= 0) {
      return untrainable("its scores do not rank the validation rows better than chance");
    }
    return new TrainingOutcome.Trained(describe(asOf, split, ubj, scaling));
  }

  private static String knows(LeakCheck.Suspicion leak) {
    return String.format(
        Locale.ROOT,
        "the input %s seems to know the outcome: alone it ranks better (AUC %.3f) than all other"
            + " inputs together (%.3f), and it takes %.0f %% of their ranking error; leave it out of"
            + " the inputs",
        leak.feature(),
        leak.alone(),
        leak.others(),
        leak.taken() * 100);
  }

  private TrainedModel describe(LocalDate asOf, TimeSplit split, byte[] ubj, PlattScaling scaling) {
    List<LabelledRow> holdout = split.holdout();
    double[] predicted = new Trees(ubj).margins(inputs(holdout));
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = scaling.probability(predicted[i]);
    }
    boolean[] observed = outcomes(holdout);
    double baseRate = (double) positives(split.train()) / split.train().size();
    List<CalibrationBin> bins = BinaryMetrics.calibration(predicted, observed, BINS);
    double[] constant = new double[predicted.length];
    Arrays.fill(constant, baseRate);
    ModelMetrics metrics =
        new ModelMetrics(
            holdout.size(),
            positives(holdout),
            BinaryMetrics.auc(predicted, observed),
            BinaryMetrics.brier(predicted, observed),
            BinaryMetrics.brier(constant, observed),
            BinaryMetrics.logLoss(predicted, observed),
            BinaryMetrics.expectedCalibrationError(bins),
            BinaryMetrics.skillError(predicted, baseRate, observed));
    ModelMetadata metadata =
        new ModelMetadata(
            name,
            asOf + "-" + new Sha256().add(ubj).hex(4),
            asOf,
            features,
            baseRate,
            scaling,
            split.train().size(),
            split.train().get(split.train().size() - 1).day(),
            split.validation().size(),
            split.holdoutFrom(),
            labelDays,
            metrics);
    return new TrainedModel(metadata, ubj, reference(holdout, predicted), bins);
  }

  // The hold-out is the population for which the quality is claimed, so drift is measured from it.
  private List<Distribution> reference(List<LabelledRow> rows, double[] predicted) {
    List<Distribution> result = new ArrayList<>();
    for (int f = 0; f < features.size(); f++) {
      int feature = f;
      double[] values = rows.stream().mapToDouble(r -> (float) r.features()[feature]).toArray();
      result.add(Distributions.of(features.get(f), values));
    }
    result.add(Distributions.of("score", predicted));
    return result;
  }

  private TrainingOutcome untrainable(String reason) {
    return new TrainingOutcome.Untrainable(
        name, "The " + name + " model was not trained: " + reason + ".");
  }

  private static Optional<String> obstacle(
      String what, List<LabelledRow> rows, int leastRows, int leastOfAClass) {
    long positives = positives(rows);
    long negatives = rows.size() - positives;
    if (rows.isEmpty()) {
      return Optional.of("there are no " + what);
    }
    if (rows.size() < leastRows) {
      return Optional.of("%d %s, at least %d are needed".formatted(rows.size(), what, leastRows));
    }
    if (Math.min(positives, negatives) < leastOfAClass) {
      return Optional.of(
          "among %d %s the outcome happened %d times and did not %d times, at least %d of each are needed"
              .formatted(rows.size(), what, positives, negatives, leastOfAClass));
    }
    return Optional.empty();
  }

  private static long positives(List<LabelledRow> rows) {
    return rows.stream().filter(LabelledRow::outcome).count();
  }

  private static List<double[]> inputs(List<LabelledRow> rows) {
    return rows.stream().map(LabelledRow::features).toList();
  }

  private static boolean[] outcomes(List<LabelledRow> rows) {
    boolean[] outcomes = new boolean[rows.size()];
    IntStream.range(0, outcomes.length).forEach(i -> outcomes[i] = rows.get(i).outcome());
    return outcomes;
  }
}
