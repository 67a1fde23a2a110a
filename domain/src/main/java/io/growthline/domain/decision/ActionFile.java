package io.growthline.domain.decision;

import io.growthline.domain.pricing.Estimate;
import java.util.List;
import java.util.Locale;

/** The YAML form of actions. */
record ActionFile(String version, List<Entry> actions) {
  ActionFile {
    required("version", version);
    required("actions", actions);
  }

  /**
   * Optional parts are {@code take_up}, {@code capacity}, {@code for_vulnerable}, {@code
   * probability}.
   */
  record Entry(
      String name,
      String label,
      String owner,
      String channel,
      String kind,
      String when,
      Success success,
      Long contactCostMinor,
      Long incentiveMinor,
      Double takeUp,
      Long capacity,
      Integer coolDownDays,
      Boolean forVulnerable,
      Range probability) {
    Entry {
      required("name of an action", name);
      String rule = "action " + name + ": ";
      required(rule + "label", label);
      required(rule + "owner", owner);
      required(rule + "channel", channel);
      required(rule + "kind", kind);
      required(rule + "when", when);
      required(rule + "success", success);
      required(rule + "contact_cost_minor", contactCostMinor);
      required(rule + "incentive_minor", incentiveMinor);
      required(rule + "cool_down_days", coolDownDays);
    }

    Action action() {
      String rule = "action " + name + ": ";
      holds(contactCostMinor >= 0, rule + "contact_cost_minor must be 0 or more");
      holds(incentiveMinor >= 0, rule + "incentive_minor must be 0 or more");
      holds(takeUp == null || isShare(takeUp), rule + "take_up must be from 0 to 1");
      holds(capacity == null || capacity >= 0, rule + "capacity must be 0 or more");
      holds(coolDownDays >= 0, rule + "cool_down_days must be 0 or more");
      Action.Kind of = kind(rule);
      boolean help = of == Action.Kind.HELP;
      boolean vulnerable = Boolean.TRUE.equals(forVulnerable);
      holds(
          (of == Action.Kind.INCENTIVE) == (incentiveMinor > 0),
          rule + "incentive_minor must be above 0 for kind incentive, and 0 for others");
      holds(help || !vulnerable, rule + "only kind help may be for_vulnerable, never " + kind);
      return new Action(
          name,
          label,
          owner,
          channel,
          of,
          when,
          success.estimate(rule),
          success.evidence(),
          contactCostMinor,
          incentiveMinor,
          takeUp == null ? 1 : takeUp,
          capacity,
          coolDownDays,
          vulnerable,
          probability == null ? ProbabilityRange.ALL : probability.range(rule));
    }

    private Action.Kind kind(String rule) {
      for (Action.Kind each : Action.Kind.values()) {
        if (each.text().equals(kind.toLowerCase(Locale.ROOT))) {
          return each;
        }
      }
      throw new IllegalArgumentException(rule + "kind must be help, offer or incentive");
    }
  }

  record Success(Double value, Double lower, Double upper, String evidence) {
    Success {
      required("success: value", value);
      required("success: lower", lower);
      required("success: upper", upper);
      required("success: evidence", evidence);
    }

    Estimate estimate(String rule) {
      holds(
          0 <= lower && lower <= value && value <= upper && upper <= 1,
          rule + "success must have 0 <= lower <= value <= upper <= 1");
      holds(
          List.of("assumed", "measured").contains(evidence),
          rule + "evidence of success must be assumed or measured");
      return new Estimate(value, lower, upper);
    }
  }

  record Range(Double min, Double max) {
    ProbabilityRange range(String rule) {
      required(rule + "probability: min", min);
      required(rule + "probability: max", max);
      holds(
          isShare(min) && isShare(max) && min <= max,
          rule + "probability must have 0 <= min <= max <= 1");
      return new ProbabilityRange(min, max);
    }
  }

  static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  static void required(String what, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(what + " is missing");
    }
  }

  static void holds(boolean condition, String rule) {
    if (!condition) {
      throw new IllegalArgumentException(rule);
    }
  }
}
