package io.growthline.domain.geo;

import java.util.List;
import java.util.Optional;

/** Reads a test of regions by all methods. */
final class GeoAnalysis {
  static final List<GeoMethod> METHODS =
      List.of(new DifferenceInDifferences(), new SyntheticControl());

  /** Days before the treatment that are used, at most; older ones say little of today. */
  static final int MOST_PRE_DAYS = 365;

  static final int LEAST_PRE_DAYS = 14;

  /** Controls beyond as many as are treated, so that placebos have something to compare with. */
  static final int LEAST_MORE_CONTROLS = 3;

  private GeoAnalysis() {}

  /**
   * One reading by each method.
   *
   * @param panel the outcomes known so far
   */
  static List<GeoReading> of(GeoTest test, Panel panel) {
    Panel used = panel.between(test.startsOn().minusDays(MOST_PRE_DAYS), test.endsOn().plusDays(1));
    Optional<String> obstacle = test.fault().or(() -> obstacle(test, used));
    if (obstacle.isPresent()) {
      return refused(test, obstacle.get());
    }
    return METHODS.stream().map(method -> read(test, method, used)).toList();
  }

  /** A test that cannot be read, by any method. */
  static List<GeoReading> refused(GeoTest test, String reason) {
    return METHODS.stream().map(method -> GeoReading.refused(test, method, reason)).toList();
  }

  private static Optional<String> obstacle(GeoTest test, Panel panel) {
    for (String region : test.treated()) {
      if (!panel.has(region)) {
        return Optional.of(
            "There are no outcomes of %s for the treated region %s: check its spelling in raw.geo_treatments."
                .formatted(test.metric(), region));
      }
    }
    int controls = controls(test, panel).size();
    int least = test.treated().size() + LEAST_MORE_CONTROLS;
    if (controls < least) {
      return Optional.of(
          "Too few regions to compare with: %d, at least %d are needed."
              .formatted(controls, least));
    }
    int pre = panel.indexOf(test.startsOn());
    int post = panel.days() - pre;
    if (post < 1) {
      return Optional.of("The test has not started by %s.".formatted(panel.last().plusDays(1)));
    }
    if (pre < Math.max(LEAST_PRE_DAYS, 2 * post)) {
      return Optional.of(
          "Too few days before the treatment: %d, at least %d are needed."
              .formatted(Math.max(0, pre), Math.max(LEAST_PRE_DAYS, 2 * post)));
    }
    return Optional.empty();
  }

  private static List<String> controls(GeoTest test, Panel panel) {
    return panel.without(test.treated()).without(test.neighbours()).regions();
  }

  private static GeoReading read(GeoTest test, GeoMethod method, Panel panel) {
    List<String> controls = controls(test, panel);
    int pre = panel.indexOf(test.startsOn());
    Comparison comparison =
        new Comparison(panel.series(test.treated()), panel.series(controls), pre);
    Counterfactual fit = method.fit(comparison);
    Interval interval = method.interval(comparison);
    List<Placebo> placebos = Placebo.of(method, comparison, controls);
    GeoChecks checks = checks(method, comparison, placebos, neighbours(test, panel));
    GeoVerdict verdict = GeoVerdict.of(interval, checks, placebos.size());
    if (panel.last().isBefore(test.endsOn())) {
      verdict.doubt(
          "The test runs until %s, and outcomes are known until %s."
              .formatted(test.endsOn(), panel.last()));
    }
    return new GeoReading(
        test,
        method,
        comparison,
        panel.first(),
        fit,
        interval,
        checks,
        placebos,
        verdict.verdict(),
        verdict.reasons());
  }

  private static double[][] neighbours(GeoTest test, Panel panel) {
    return panel.series(test.neighbours().stream().filter(panel::has).toList());
  }

  private static GeoChecks checks(
      GeoMethod method, Comparison comparison, List<Placebo> placebos, double[][] neighbours) {
    Counterfactual fit = method.fit(comparison);
    Comparison earlier = comparison.earlier();
    Comparison spilled = new Comparison(neighbours, comparison.controls(), comparison.pre());
    boolean reaches = neighbours.length > 0;
    return new GeoChecks(
        Placebo.p(fit, placebos),
        fit.relativeRmse() / Placebo.medianError(placebos),
        PreTrend.p(fit),
        method.fit(earlier).att(),
        method.p(earlier),
        reaches ? method.fit(spilled).att() : Double.NaN,
        reaches ? method.p(spilled) : Double.NaN);
  }
}
