package io.growthline.pipelines.monitor;

import io.growthline.domain.monitoring.BusinessHealth;
import io.growthline.domain.monitoring.DataQualityResult;
import io.growthline.domain.monitoring.DataQualityScore;
import io.growthline.domain.monitoring.FeatureDrift;
import io.growthline.domain.monitoring.GateRules;
import io.growthline.domain.monitoring.MetricHealth;
import io.growthline.domain.monitoring.ModelCalibration;
import io.growthline.domain.monitoring.ReleaseGate;
import io.growthline.domain.release.ReleaseDecisions;
import java.util.List;

/** What monitoring found; each list is the content of one table. */
record Findings(
    List<FeatureDrift> drift,
    List<ModelCalibration> calibration,
    List<DataQualityResult> quality,
    List<DataQualityScore> scores,
    List<ReleaseGate> gates,
    List<MetricHealth> metrics,
    List<BusinessHealth> health,
    ReleaseDecisions releases) {

  ReleaseGate overall() {
    return gates.stream().filter(g -> g.gate().equals(GateRules.OVERALL)).findFirst().orElseThrow();
  }
}
