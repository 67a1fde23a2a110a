package io.growthline.domain.geo;

import java.util.Optional;

/** A way to tell what a treatment of regions changed. */
interface GeoMethod {
  /** Name in tables. */
  String id();

  /** What would have been without the treatment. */
  Counterfactual fit(Comparison comparison);

  /** Interval of the average effect on a treated region and day. */
  Interval interval(Comparison comparison);

  /** Standard error of the average effect, where the method has one. */
  default Optional<Double> standardError(Comparison comparison) {
    return Optional.empty();
  }

  /** Probability of an effect as large by chance, if there is none. */
  double p(Comparison comparison);
}
