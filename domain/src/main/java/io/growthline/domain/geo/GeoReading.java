package io.growthline.domain.geo;

import io.growthline.domain.pricing.Verdict;
import java.time.LocalDate;
import java.util.List;

/**
 * A test as one method reads it.
 *
 * @param comparison the series; null when there is nothing to compare
 * @param from first day of the series
 * @param fit what would have been; null without a comparison, as all that follows but the verdict
 * @param reasons why the verdict is what it is, for people
 */
record GeoReading(
    GeoTest test,
    GeoMethod method,
    Comparison comparison,
    LocalDate from,
    Counterfactual fit,
    Interval interval,
    GeoChecks checks,
    List<Placebo> placebos,
    Verdict verdict,
    List<String> reasons) {

  /** A test that cannot be read. */
  static GeoReading refused(GeoTest test, GeoMethod method, String reason) {
    return new GeoReading(
        test, method, null, null, null, null, null, List.of(), Verdict.INVALID, List.of(reason));
  }

  /** Days under treatment times treated regions. */
  long regionDays() {
    return (long) comparison.post() * comparison.treated().length;
  }
}
