package io.growthline.transforms.decision;

import io.growthline.domain.decision.DecisionFiles;
import io.growthline.domain.decision.DecisionRules;
import io.growthline.domain.decision.Eligibility;
import io.growthline.domain.scoring.CalibrationBin;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What workers are given to decide with.
 *
 * @param asOf everything known before this day is used
 * @param calibration reliability of the churn model; empty when it is not known
 */
public record Decider(DecisionFiles files, LocalDate asOf, List<CalibrationBin> calibration)
    implements Serializable {
  /** Finds what customers may have. */
  Eligibility eligibility() {
    return new Eligibility(DecisionRules.parse(files), asOf, calibration);
  }
}
