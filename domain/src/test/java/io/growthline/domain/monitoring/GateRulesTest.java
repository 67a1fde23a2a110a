package io.growthline.domain.monitoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.rule.RuleException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Map<String, Double> GOOD =
      Map.ofEntries(
          Map.entry("churn_auc", 0.8),
          Map.entry("churn_skill", 0.2),
          Map.entry("churn_calibration_error", 0.02),
          Map.entry("churn_score_psi", 0.0),
          Map.entry("activation_auc", 0.7),
          Map.entry("activation_calibration_error", 0.02),
          Map.entry("activation_score_psi", 0.0),
          Map.entry("features_drifted", 0.0),
          Map.entry("dead_letter_share", 0.001),
          Map.entry("unbalanced_sources", 0.0),
          Map.entry("quality_failures", 0.0),
          Map.entry("quality_warnings", 0.0));

  @Test
  void goodMeasuresPass() {
    assertThat(verdict(GOOD, "overall"), is("pass"));
  }

  @Test
  void aWeakChurnModelWarnsAndABadOneFails() {
    assertThat(verdict(with("churn_auc", 0.64), "churn_auc"), is("warn"));
    assertThat(verdict(with("churn_auc", 0.59), "churn_auc"), is("fail"));
    assertThat(verdict(with("churn_auc", 0.59), "overall"), is("fail"));
  }

  @Test
  void eachOtherGateFailsWhenItShould() {
    assertThat(verdict(with("churn_calibration_error", 0.11), "overall"), is("fail"));
    assertThat(verdict(with("churn_score_psi", 0.3), "overall"), is("fail"));
    assertThat(verdict(with("dead_letter_share", 0.06), "overall"), is("fail"));
    assertThat(verdict(with("unbalanced_sources", 1), "overall"), is("fail"));
    assertThat(verdict(with("quality_failures", 1), "overall"), is("fail"));
    assertThat(verdict(with("features_drifted", 3), "overall"), is("warn"));
    assertThat(verdict(with("quality_warnings", 1), "overall"), is("warn"));
  }

  @Test
  void withoutModelsTheGatesWarnAndSayThatThereIsNone() {
    List<ReleaseGate> gates = GateRules.standard().judge(DAY, Map.of());
    assertThat(gates.get(0).verdict(), is("warn"));
    assertThat(gates.get(0).explanation(), is("There is no churn model in use."));
  }

  @Test
  void theExplanationHoldsTheValueAndTheThreshold() {
    ReleaseGate gate =
        GateRules.standard().judge(DAY, with("dead_letter_share", 0.0625)).stream()
            .filter(g -> g.gate().equals("rejected_records"))
            .findFirst()
            .orElseThrow();
    assertThat(gate.explanation(), containsString("6.25 % of the records were rejected"));
    assertThat(gate.threshold(), is("fail if value > 0.05, warn if value > 0.01"));
  }

  @Test
  void aConditionThatNamesAnUnknownColumnIsRefusedWithFileAndRule() {
    String yaml = "[{gate: g, measure: m, text: t, fail: 'vale < 1.0', absent: pass}]";
    var error = assertThrows(RuleException.class, () -> GateRules.parse("mine.yaml", yaml));
    assertThat(error.getMessage(), containsString("mine.yaml, rule g"));
    assertThat(error.getMessage(), containsString("vale"));
  }

  private static Map<String, Double> with(String measure, double value) {
    Map<String, Double> measures = new HashMap<>(GOOD);
    measures.put(measure, value);
    return measures;
  }

  private static String verdict(Map<String, Double> measures, String gate) {
    return GateRules.standard().judge(DAY, measures).stream()
        .filter(g -> g.gate().equals(gate))
        .findFirst()
        .orElseThrow()
        .verdict();
  }
}
