package io.growthline.domain.inclusion;

import static io.growthline.domain.inclusion.InclusionYaml.check;

/**
 * When groups are compared and when help is due, as {@code inclusion/rules.yaml} says.
 *
 * @param minimumGroup least customers of a group of which rates are told
 * @param notableGap difference of two rates from which on a gap is notable, above 0
 * @param largeGap the same for a large one, above the notable one
 * @param falseDiscoveryRate largest expected share of chance among gaps that are called notable
 * @param assistedAbandonment share of applicants lost at a step above which help from a person is
 *     recommended
 */
record InclusionRules(
    int minimumGroup,
    double notableGap,
    double largeGap,
    double falseDiscoveryRate,
    double assistedAbandonment) {
  private static final String FILE = "rules.yaml";

  /**
   * @throws IllegalArgumentException when a value makes no sense
   */
  InclusionRules {
    check(minimumGroup >= 1, "minimum_group must be at least 1");
    check(notableGap > 0, "notable_gap must be above 0");
    check(largeGap > notableGap && largeGap < 1, "large_gap must be above notable_gap, below 1");
    check(
        falseDiscoveryRate > 0 && falseDiscoveryRate < 1,
        "false_discovery_rate must be between 0 and 1");
    check(
        assistedAbandonment > 0 && assistedAbandonment < 1,
        "assisted_abandonment must be between 0 and 1");
  }

  /** The rules that come with the platform. */
  static InclusionRules standard() {
    return InclusionYaml.standard(FILE, InclusionRules.class);
  }

  /**
   * Rules from YAML.
   *
   * @throws IllegalArgumentException when they are not valid
   */
  static InclusionRules parse(String yaml) {
    return InclusionYaml.parse(FILE, yaml, InclusionRules.class);
  }
}
