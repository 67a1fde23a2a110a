package io.growthline.domain.pricing;

import java.util.List;

/**
 * The YAML form of {@link Guardrails}. Every part must be there, so that a slip of the pen cannot
 * switch a guardrail off.
 */
record GuardrailFile(
    String version,
    Assumptions assumptions,
    List<Exclusion> audience,
    List<Check> refuse,
    List<Check> flag) {

  GuardrailFile {
    required("version", version);
    required("assumptions", assumptions);
    required("audience", audience);
    required("refuse", refuse);
    required("flag", flag);
  }

  record Assumptions(Estimate churnPriceElasticity) {
    Assumptions {
      required("assumptions.churn_price_elasticity", churnPriceElasticity);
    }
  }

  record Exclusion(String name, String excludeWhen, String message) {
    Exclusion {
      required("audience: name", name);
      required("audience, rule " + name + ": exclude_when", excludeWhen);
      required("audience, rule " + name + ": message", message);
    }
  }

  record Check(String name, String when, String message) {
    Check {
      required("name of a rule", name);
      required("rule " + name + ": when", when);
      required("rule " + name + ": message", message);
    }
  }

  private static void required(String what, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(what + " is missing");
    }
  }
}
