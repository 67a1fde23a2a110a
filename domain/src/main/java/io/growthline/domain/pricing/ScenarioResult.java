package io.growthline.domain.pricing;

import java.time.LocalDate;
import java.util.List;

/**
 * The answer to a {@link ScenarioRequest}: an analysis, never a decision. Estimates are null when
 * withheld, that is when the verdict is invalid or what they need is unknown.
 *
 * @param request what was asked
 * @param asOf everything known before this day is reflected
 * @param audience customers the scenario addresses
 * @param excludedVulnerable customers left out to protect them
 * @param conversion expected share of the audience that accepts
 * @param revenueMinor expected revenue of twelve months over the audience
 * @param marginMinor expected margin of twelve months over the audience, after incentive
 * @param churn expected share of accepters that leaves in 30 days
 * @param verdict whether the result can be used
 * @param reasons why it cannot, one sentence each
 * @param guardrails the guardrails that fired
 */
public record ScenarioResult(
    ScenarioRequest request,
    LocalDate asOf,
    long audience,
    long excludedVulnerable,
    Estimate conversion,
    Estimate revenueMinor,
    Estimate marginMinor,
    Estimate churn,
    Verdict verdict,
    List<String> reasons,
    List<AppliedGuardrail> guardrails) {}
