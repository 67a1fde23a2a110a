package io.growthline.domain.release;

import java.util.Locale;

/** What a change is judged by; {@code thresholds.yaml} says what each measures. */
public enum Gate {
  EVIDENCE_STRENGTH,
  UPLIFT,
  SAMPLE_RATIO,
  INCREMENTALITY,
  COMPLAINTS,
  SUPPORT,
  FAIRNESS,
  VULNERABLE_IMPACT,
  FAIR_VALUE,
  CALIBRATION,
  DRIFT,
  REVIEW_LOAD;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in files and tables. */
  public String id() {
    return id;
  }
}
