package io.growthline.cloudrun.api;

import java.util.List;

/**
 * What the reader of an answer must respect.
 *
 * @param rule name of the guardrail
 * @param outcome what it asks for: {@code note}, {@code check}, {@code route_to_help}
 * @param message the same for people
 */
public record Guardrail(String rule, String outcome, String message) {
  /** Scores rank who may need attention; they decide nothing about a person. */
  static final Guardrail PRIORITISATION =
      new Guardrail(
          "prioritisation_only",
          "note",
          "For helpful prioritisation only; never the sole ground of a decision about a person.");

  /** For customers who need protection. */
  static final Guardrail VULNERABLE =
      new Guardrail(
          "vulnerable_customer",
          "route_to_help",
          "Vulnerable customer: route to help; do not target by price or incentive.");

  /** What holds for a customer. */
  static List<Guardrail> of(boolean vulnerable) {
    return vulnerable ? List.of(VULNERABLE, PRIORITISATION) : List.of(PRIORITISATION);
  }

  /** For features without a customer. */
  static final Guardrail UNKNOWN_VULNERABILITY =
      new Guardrail(
          "vulnerability_unknown",
          "check",
          "Whether the customer needs protection is not known here; check before acting.");
}
