package io.growthline.domain.decision;

import static io.growthline.domain.decision.ActionFile.holds;
import static io.growthline.domain.decision.ActionFile.required;

import java.util.List;

/** The YAML form of churn rules. */
record ChurnRuleFile(String version, Bands bands, List<Entry> rules) {
  ChurnRuleFile {
    required("version", version);
    required("bands", bands);
    required("rules", rules);
    holds(!rules.isEmpty(), "rules must be 1 or more");
  }

  record Bands(Double critical, Double high, Double medium) {
    Bands {
      required("bands: critical", critical);
      required("bands: high", high);
      required("bands: medium", medium);
      holds(
          0 < medium && medium < high && high < critical && critical <= 1,
          "bands must have 0 < medium < high < critical <= 1");
    }
  }

  record Entry(String name, Double weight, String when) {
    Entry {
      required("name of a rule", name);
      required("rule " + name + ": weight", weight);
      required("rule " + name + ": when", when);
      holds(
          weight > 0 && weight <= 1 && ChurnRules.thousandths(weight) / 1000.0 == weight,
          "rule " + name + ": weight must be above 0, at most 1, in whole thousandths");
    }
  }
}
