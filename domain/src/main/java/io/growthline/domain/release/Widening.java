package io.growthline.domain.release;

import io.growthline.domain.experiment.ExperimentResult;
import io.growthline.domain.experiment.Interval;
import io.growthline.domain.release.Evidence.Place;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * By how much a treatment widens the gap between two groups of customers: the effect on the group
 * that fares better without it less the effect on the other, in the good direction of the metric.
 * The level of the gap plays no part. Of all pairs of groups the widest counts; the intervals of
 * all pairs hold together (Dunn 1961, "Multiple comparisons among means", JASA 56, equation 3), so
 * the largest lower and the largest upper end hold the largest widening.
 *
 * @param rows effects on the primary metric by group
 * @param dimensions what customers are grouped by
 */
record Widening(List<ExperimentResult> rows, List<String> dimensions) {
  private static final double ALPHA = 0.05;
  private static final String UNKNOWN = "unknown";

  private record Pair(double estimate, double error) {}

  Evidence evidence(Place place) {
    if (rows.stream().anyMatch(row -> !row.kind().equals("proportion"))) {
      return Evidence.missing(
          place, "The primary metric is no proportion, so that a gap has no points.");
    }
    List<Pair> pairs = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String dimension : dimensions) {
      List<ExperimentResult> groups = new ArrayList<>();
      for (ExperimentResult row : rows) {
        if (!row.dimension().equals(dimension) || row.value().equals(UNKNOWN)) {
          continue;
        }
        if (isKnown(row)) {
          groups.add(row);
        } else {
          missing.add(dimension + " " + row.value());
        }
      }
      if (groups.size() < 2) {
        missing.add(dimension);
      }
      pairs(groups, pairs);
    }
    if (pairs.isEmpty()) {
      return Evidence.missing(place, "No two groups are large enough to be compared.");
    }
    Evidence widest = Evidence.of(widest(pairs), place);
    return missing.isEmpty()
        ? widest
        : widest.doubted("Too few customers to judge: " + String.join(", ", missing) + ".");
  }

  private static boolean isKnown(ExperimentResult row) {
    return !TrialEvidence.isInvalid(row)
        && row.effect() != null
        && row.standardError() != null
        && row.controlMean() != null;
  }

  private static void pairs(List<ExperimentResult> groups, List<Pair> pairs) {
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        pairs.add(pair(groups.get(i), groups.get(j)));
      }
    }
  }

  private static Pair pair(ExperimentResult one, ExperimentResult other) {
    int good = TrialEvidence.good(one);
    int better = good * one.controlMean() >= good * other.controlMean() ? 1 : -1;
    return new Pair(
        good * better * (one.effect() - other.effect()),
        Math.hypot(one.standardError(), other.standardError()));
  }

  private static Interval widest(List<Pair> pairs) {
    double z =
        new NormalDistribution().inverseCumulativeProbability(1 - ALPHA / (2.0 * pairs.size()));
    return new Interval(
        pairs.stream().mapToDouble(Pair::estimate).max().orElseThrow(),
        pairs.stream().mapToDouble(pair -> pair.estimate() - z * pair.error()).max().orElseThrow(),
        pairs.stream().mapToDouble(pair -> pair.estimate() + z * pair.error()).max().orElseThrow());
  }
}
