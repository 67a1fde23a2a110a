package io.growthline.domain.pricing;

/**
 * A guardrail that fired on a scenario.
 *
 * @param rule name of the rule
 * @param version version of the rules file
 * @param outcome {@code refuse} (the result is withheld), {@code flag} (a person must look) or
 *     {@code exclude} (customers were left out)
 * @param message the reason for people
 */
public record AppliedGuardrail(String rule, String version, String outcome, String message) {}
