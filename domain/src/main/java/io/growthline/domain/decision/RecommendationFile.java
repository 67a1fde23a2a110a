package io.growthline.domain.decision;

import static io.growthline.domain.decision.ActionFile.holds;
import static io.growthline.domain.decision.ActionFile.isShare;
import static io.growthline.domain.decision.ActionFile.required;

import java.util.List;

/** The YAML form of recommendations. */
record RecommendationFile(String version, Bands bands, List<Entry> recommendations) {
  RecommendationFile {
    required("version", version);
    required("bands", bands);
    required("recommendations", recommendations);
  }

  record Bands(Double high, Double medium) {
    Bands {
      required("bands: high", high);
      required("bands: medium", medium);
      holds(0 < medium && medium < high, "bands must have 0 < medium < high");
    }
  }

  record Entry(
      String name,
      String action,
      String owner,
      String when,
      Integer severity,
      Double confidence,
      Integer effort,
      String evidence) {
    Entry {
      required("name of a recommendation", name);
      String rule = "rule " + name + ": ";
      required(rule + "action", action);
      required(rule + "owner", owner);
      required(rule + "when", when);
      required(rule + "severity", severity);
      required(rule + "confidence", confidence);
      required(rule + "effort", effort);
      required(rule + "evidence", evidence);
      holds(severity >= 1 && severity <= 3, rule + "severity must be 1, 2 or 3");
      holds(isShare(confidence), rule + "confidence must be from 0 to 1");
      holds(effort >= 1 && effort <= 3, rule + "effort must be 1, 2 or 3");
    }
  }
}
