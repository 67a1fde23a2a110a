package io.growthline.domain.release;

import io.growthline.domain.experiment.ExperimentResult;
import io.growthline.domain.experiment.ExperimentSummary;
import io.growthline.domain.geo.GeoIncrementality;
import io.growthline.domain.monitoring.ReleaseGate;
import java.util.List;
import java.util.Map;

/**
 * What evidence is taken from: published tables, and the gates of the run.
 *
 * @param cases cases that wait for each team
 */
public record Published(
    List<ExperimentSummary> experiments,
    List<ExperimentResult> results,
    List<GeoIncrementality> geoTests,
    List<OfferFairValue> offers,
    Map<String, Long> cases,
    List<ReleaseGate> gates) {
  public Published {
    experiments = List.copyOf(experiments);
    results = List.copyOf(results);
    geoTests = List.copyOf(geoTests);
    offers = List.copyOf(offers);
    cases = Map.copyOf(cases);
    gates = List.copyOf(gates);
  }
}
