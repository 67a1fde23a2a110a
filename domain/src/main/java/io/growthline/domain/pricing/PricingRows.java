package io.growthline.domain.pricing;

import java.util.List;
import java.util.stream.Collectors;

/** The rows of the pricing tables that follow from demand models. */
public final class PricingRows {
  private PricingRows() {}

  /** One row for each model. */
  public static List<PriceElasticity> elasticities(DemandModels models) {
    return models.models().stream().map(model -> elasticity(models, model)).toList();
  }

  /** One row for each scenario of the grid of each model. */
  public static List<PricingScenario> scenarios(DemandModels models, Guardrails guardrails) {
    ScenarioEngine engine = new ScenarioEngine(models, guardrails);
    return models.models().stream()
        .flatMap(model -> ScenarioGrid.of(model).stream())
        .map(request -> scenario(engine.evaluate(request)))
        .toList();
  }

  private static PriceElasticity elasticity(DemandModels models, DemandModel model) {
    Evidence evidence = model.evidence();
    List<Long> prices = evidence.pricesMinor();
    Estimate e = model.elasticity();
    return new PriceElasticity(
        model.segment(),
        models.asOf(),
        evidence.exposures(),
        prices.size(),
        prices.isEmpty() ? null : prices.get(0),
        prices.isEmpty() ? null : prices.get(prices.size() - 1),
        value(e),
        e == null ? null : e.standardError(),
        lower(e),
        upper(e),
        model.verdict().text(),
        text(model.reasons()));
  }

  private static PricingScenario scenario(ScenarioResult result) {
    return new PricingScenario(
        result.request().segment(),
        result.asOf(),
        result.request().priceMinor(),
        result.request().incentiveMinor(),
        result.audience(),
        result.excludedVulnerable(),
        value(result.conversion()),
        lower(result.conversion()),
        upper(result.conversion()),
        value(result.revenueMinor()),
        lower(result.revenueMinor()),
        upper(result.revenueMinor()),
        value(result.marginMinor()),
        lower(result.marginMinor()),
        upper(result.marginMinor()),
        value(result.churn()),
        lower(result.churn()),
        upper(result.churn()),
        result.guardrails().isEmpty()
            ? null
            : result.guardrails().stream()
                .map(AppliedGuardrail::rule)
                .collect(Collectors.joining(",")),
        result.verdict().text(),
        text(result.reasons()));
  }

  private static Double value(Estimate estimate) {
    return estimate == null ? null : (Double) estimate.value();
  }

  private static Double lower(Estimate estimate) {
    return estimate == null ? null : (Double) estimate.lower();
  }

  private static Double upper(Estimate estimate) {
    return estimate == null ? null : (Double) estimate.upper();
  }

  private static String text(List<String> reasons) {
    return reasons.isEmpty() ? null : String.join(" ", reasons);
  }
}
