package io.growthline.domain.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Regions that were not treated, as many as were, read as if they had been (Abadie, Diamond and
 * Hainmueller 2010, section 3.4; sets of regions as in Cavallo, Galiani, Noy and Pantano 2013,
 * "Catastrophic natural disasters and economic growth", Review of Economics and Statistics 95).
 * Regions differ in size and fit, so effects are compared over the error before the treatment.
 *
 * @param fit what was expected of them by the other regions that were not treated
 */
record Placebo(List<String> regions, Counterfactual fit) {
  private static final int MOST = 200;

  /** Every set of controls, or some by chance where there are more than {@value #MOST}. */
  static List<Placebo> of(GeoMethod method, Comparison comparison, List<String> controls) {
    List<Placebo> placebos = new ArrayList<>();
    for (int[] chosen : Choices.of(controls.size(), comparison.treated().length, MOST)) {
      List<String> regions = Arrays.stream(chosen).mapToObj(controls::get).toList();
      placebos.add(new Placebo(regions, method.fit(comparison.placebo(chosen))));
    }
    return placebos;
  }

  /** Size of the average effect over the error before the treatment. */
  static double ratio(Counterfactual fit) {
    return Math.abs(fit.att()) / Math.max(fit.preRmse(), Double.MIN_NORMAL);
  }

  /** Share of sets, the treated regions as one of them, whose ratio is as large. */
  static double p(Counterfactual treated, List<Placebo> placebos) {
    double ratio = ratio(treated);
    long asLarge = placebos.stream().filter(placebo -> ratio(placebo.fit()) >= ratio).count();
    return (1.0 + asLarge) / (1 + placebos.size());
  }

  /** Median error before the treatment, as a share of the mean. */
  static double medianError(List<Placebo> placebos) {
    double[] errors = placebos.stream().mapToDouble(p -> p.fit().relativeRmse()).sorted().toArray();
    return errors[errors.length / 2];
  }
}
