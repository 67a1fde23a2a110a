package io.growthline.domain.pricing;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers what a monthly price and a one-off incentive would bring, from fitted demand models. Pure
 * and thread-safe.
 */
public final class ScenarioEngine {
  private final DemandModels models;

  public ScenarioEngine(DemandModels models) {
    this.models = models;
  }

  /** The expected result of a scenario, or why there is none. */
  public ScenarioResult evaluate(ScenarioRequest request) {
    return models
        .find(request.segment())
        .map(model -> evaluate(model, request))
        .orElseGet(() -> withheld(request, unknownSegment(request)));
  }

  private ScenarioResult evaluate(DemandModel model, ScenarioRequest request) {
    List<String> reasons = new ArrayList<>(model.reasons());
    Audience audience = model.audience();
    Estimate conversion = null;
    if (model.verdict() != Verdict.INVALID) {
      conversion = conversion(model, request);
    }
    return new ScenarioResult(
        request,
        models.asOf(),
        audience.customers(),
        audience.excludedVulnerable(),
        conversion,
        null,
        null,
        audience.churn(),
        model.verdict(),
        List.copyOf(reasons),
        List.of());
  }

  private static Estimate conversion(DemandModel model, ScenarioRequest request) {
    double[] x =
        DemandModel.regressors(model.evidence(), request.priceMinor(), request.incentiveMinor());
    Estimate logOdds = Estimate.normal(model.fit().logOdds(x), model.fit().standardError(x));
    return new Estimate(
        LogitFit.logistic(logOdds.value()),
        LogitFit.logistic(logOdds.lower()),
        LogitFit.logistic(logOdds.upper()));
  }

  private String unknownSegment(ScenarioRequest request) {
    return "No demand model for segment "
        + request.segment()
        + "; known: "
        + String.join(", ", models.models().stream().map(DemandModel::segment).toList());
  }

  private ScenarioResult withheld(ScenarioRequest request, String reason) {
    return new ScenarioResult(
        request,
        models.asOf(),
        0,
        0,
        null,
        null,
        null,
        null,
        Verdict.INVALID,
        List.of(reason),
        List.of());
  }
}
