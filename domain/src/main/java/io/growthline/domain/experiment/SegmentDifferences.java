package io.growthline.domain.experiment;

import io.growthline.domain.experiment.Comparison.Of;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether effects differ between the values of segments, corrected for the number of segments. */
final class SegmentDifferences {
  private final Experiment experiment;
  private final Map<Column, Double> pValues = new HashMap<>();

  private record Column(int metric, int arm, int segment) {}

  private SegmentDifferences(Experiment experiment) {
    this.experiment = experiment;
  }

  static SegmentDifferences of(Experiment experiment, Map<Of, Estimate> estimates) {
    Map<Column, List<Effect>> effects = new HashMap<>();
    estimates.forEach(
        (of, estimate) -> {
          if (!of.isWhole() && estimate.effect() != null) {
            effects.computeIfAbsent(column(of), c -> new ArrayList<>()).add(estimate.effect());
          }
        });
    SegmentDifferences differences = new SegmentDifferences(experiment);
    for (int metric = 0; metric < experiment.metrics().size(); metric++) {
      for (int arm = 1; arm < experiment.arms().size(); arm++) {
        differences.correct(metric, arm, effects);
      }
    }
    return differences;
  }

  /** NaN where a segment has fewer than two values with an effect. */
  double pValue(Of of) {
    return pValues.getOrDefault(column(of), Double.NaN);
  }

  /** The segments by which the effect differs. */
  List<String> differing(Of of, double alpha) {
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < experiment.segments().size(); i++) {
      if (pValues.getOrDefault(new Column(of.metric(), of.arm(), i), Double.NaN) < alpha) {
        differing.add(experiment.segments().get(i));
      }
    }
    return differing;
  }

  private void correct(int metric, int arm, Map<Column, List<Effect>> effects) {
    double[] p = new double[experiment.segments().size()];
    for (int i = 0; i < p.length; i++) {
      p[i] =
          Heterogeneity.of(effects.getOrDefault(new Column(metric, arm, i), List.of()))
              .map(Heterogeneity::pValue)
              .orElse(Double.NaN);
    }
    double[] corrected = experiment.plan().correction().adjusted(p);
    for (int i = 0; i < p.length; i++) {
      pValues.put(new Column(metric, arm, i), corrected[i]);
    }
  }

  private static Column column(Of of) {
    return new Column(of.metric(), of.arm(), of.slice().place());
  }
}
