package io.growthline.cloudrun.api;

import io.growthline.domain.pricing.AppliedGuardrail;
import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.pricing.ScenarioResult;
import io.growthline.domain.pricing.Verdict;
import java.time.LocalDate;
import java.util.List;

/**
 * The expected result of a scenario, with 90 % intervals; null where withheld.
 *
 * @param segment income band, or {@code all}
 * @param currency of all amounts; null where no data name one
 * @param priceMinor monthly price
 * @param incentiveMinor one-off incentive
 * @param modelVersion version of the demand models
 * @param asOf everything known before this day is reflected
 * @param audience customers addressed
 * @param excludedVulnerable customers left out to protect them
 * @param conversion expected share that accepts
 * @param revenueMinor expected revenue of twelve months
 * @param marginMinor expected margin of twelve months after incentive
 * @param churn expected share that leaves in 30 days
 * @param verdict whether the result can be used
 * @param reasons why it cannot
 * @param guardrails the guardrails that fired
 */
public record PricingResponse(
    String segment,
    String currency,
    long priceMinor,
    long incentiveMinor,
    String modelVersion,
    LocalDate asOf,
    long audience,
    long excludedVulnerable,
    Estimate conversion,
    Estimate revenueMinor,
    Estimate marginMinor,
    Estimate churn,
    Verdict verdict,
    List<String> reasons,
    List<AppliedGuardrail> guardrails) {
  static PricingResponse of(ScenarioResult result, String modelVersion, String currency) {
    return new PricingResponse(
        result.request().segment(),
        currency,
        result.request().priceMinor(),
        result.request().incentiveMinor(),
        modelVersion,
        result.asOf(),
        result.audience(),
        result.excludedVulnerable(),
        result.conversion(),
        result.revenueMinor(),
        result.marginMinor(),
        result.churn(),
        result.verdict(),
        result.reasons(),
        result.guardrails());
  }
}
