package io.growthline.domain.release;

import io.growthline.domain.experiment.Interval;
import io.growthline.domain.monitoring.ReleaseGate;
import io.growthline.domain.release.Evidence.Place;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** All evidence on a change. */
final class ChangeEvidence {
  private final Change change;
  private final Published published;

  ChangeEvidence(Change change, Published published) {
    this.change = change;
    this.published = published;
  }

  /** Evidence for each gate that is judged, in the order of gates. */
  Map<Gate, Evidence> all() {
    Map<Gate, Evidence> all = new EnumMap<>(Gate.class);
    if (change.experiment() != null) {
      all.putAll(new TrialEvidence(change.experiment(), published).all());
    }
    if (change.geoTest() != null) {
      all.put(Gate.INCREMENTALITY, new GeoEvidence(change.geoTest(), published).incrementality());
    }
    if (change.offer() != null) {
      all.put(Gate.FAIR_VALUE, fairValue());
    }
    if (change.model() != null) {
      all.put(Gate.CALIBRATION, gate(change.model() + "_calibration"));
      all.put(Gate.DRIFT, gate(change.model() + "_score_drift"));
    }
    if (change.review() != null) {
      all.put(Gate.REVIEW_LOAD, reviewLoad());
    }
    all.put(Gate.EVIDENCE_STRENGTH, strength(all));
    return all;
  }

  /**
   * The chance that the effect is good, times the share of the required evidence that is there. The
   * chance is that of a normal distribution around the estimate with its standard error, which is
   * the posterior where all effects are as likely before (Gelman et al. 2013, "Bayesian Data
   * Analysis", section 2.5).
   */
  private Evidence strength(Map<Gate, Evidence> others) {
    Place place =
        change.experiment() == null
            ? others.get(Gate.INCREMENTALITY).place()
            : others.get(Gate.UPLIFT).place();
    long required = others.keySet().stream().filter(change::isRequired).count();
    long there =
        others.entrySet().stream()
            .filter(entry -> change.isRequired(entry.getKey()) && entry.getValue().isThere())
            .count();
    double complete = required == 0 ? 1 : (double) there / required;
    return chanceGood()
        .map(chance -> Evidence.exact(chance * complete, place))
        .orElseGet(() -> Evidence.missing(place, "There is no effect to judge by."));
  }

  private Optional<Double> chanceGood() {
    return change.experiment() == null
        ? new GeoEvidence(change.geoTest(), published).chanceGood()
        : new TrialEvidence(change.experiment(), published)
            .primaryScore()
            .map(new NormalDistribution()::cumulativeProbability);
  }

  private Evidence fairValue() {
    Place place = new Place("marts.offer_fair_values", "offer_id=" + change.offer());
    return published.offers().stream()
        .filter(row -> row.offerId().equals(change.offer()))
        .findFirst()
        .map(
            row ->
                row.fairValue() == null
                    ? Evidence.missing(place, row.reason())
                    : Evidence.of(new Interval(row.fairValue(), row.lower(), row.upper()), place))
        .orElseGet(() -> Evidence.missing(place, "The offer was not shown yet."));
  }

  private Evidence gate(String name) {
    Place place = new Place("monitoring.release_gates", "gate=" + name);
    return published.gates().stream()
        .filter(row -> row.gate().equals(name))
        .findFirst()
        .map(row -> gate(row, place))
        .orElseGet(() -> Evidence.missing(place, "Nothing of the kind was measured."));
  }

  private static Evidence gate(ReleaseGate row, Place place) {
    if (row.value() == null || row.rowCount() < row.neededRows()) {
      return Evidence.missing(
          place, row.withheldBecause() == null ? row.explanation() : row.withheldBecause());
    }
    return Evidence.of(
        new Interval(
            row.value(), Math.min(row.value(), row.lower()), Math.max(row.value(), row.upper())),
        place);
  }

  private Evidence reviewLoad() {
    return Evidence.exact(
        (double) published.cases().getOrDefault(change.review().owner(), 0L)
            / change.review().capacity(),
        new Place(
            "scores.action_plan", "owner=%s, arm=treated".formatted(change.review().owner())));
  }

  /** Whether anything was measured. */
  boolean hasFigures() {
    Map<Gate, Evidence> all = all();
    return Optional.ofNullable(all.get(Gate.UPLIFT)).filter(Evidence::isThere).isPresent()
        || Optional.ofNullable(all.get(Gate.INCREMENTALITY)).filter(Evidence::isThere).isPresent();
  }
}
