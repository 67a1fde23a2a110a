package io.growthline.domain.release;

import io.growthline.domain.experiment.Interval;
import io.growthline.domain.geo.GeoIncrementality;
import io.growthline.domain.pricing.Verdict;
import io.growthline.domain.release.Evidence.Place;
import java.util.Optional;

/** What a test of regions says of a change. */
record GeoEvidence(Change.GeoTest test, Published published) {
  Evidence incrementality() {
    Place place =
        new Place(
            "marts.geo_incrementality",
            "test_id=%s, metric=%s, method=%s".formatted(test.id(), test.metric(), test.method()));
    return row()
        .map(row -> evidence(row, place))
        .orElseGet(() -> Evidence.missing(place, "The test of regions has no result yet."));
  }

  private static Evidence evidence(GeoIncrementality row, Place place) {
    if (row.att() == null) {
      return Evidence.missing(place, row.verdictReason());
    }
    Evidence evidence =
        Evidence.of(
            new Interval(
                row.att(),
                row.attLower() == null ? Double.NEGATIVE_INFINITY : row.attLower(),
                row.attUpper() == null ? Double.POSITIVE_INFINITY : row.attUpper()),
            place);
    return Verdict.OK.text().equals(row.verdict())
        ? evidence
        : evidence.doubted(row.verdictReason());
  }

  /**
   * Chance that the effect is above 0: 1 less half the p value of both sides, or half of it where
   * the estimate is below 0.
   */
  Optional<Double> chanceGood() {
    return row()
        .filter(row -> row.att() != null && row.pValue() != null)
        .map(row -> row.att() > 0 ? 1 - row.pValue() / 2 : row.pValue() / 2);
  }

  private Optional<GeoIncrementality> row() {
    return published.geoTests().stream()
        .filter(
            row ->
                row.testId().equals(test.id())
                    && row.metric().equals(test.metric())
                    && row.method().equals(test.method()))
        .findFirst();
  }
}
