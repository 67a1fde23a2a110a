package io.growthline.domain.monitoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.rule.RuleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final String RULE =
      "[{gate: g, measure: m, judgedBy: j, fault: f, needs: 1, text: t, absent: pass, absentText: a,"
          + " %s}]";
  private static final GateRules STANDARD = GateRules.standard();
  private static final long MANY = 100_000;
  private static final Map<String, Measured> GOOD =
      Map.ofEntries(
          known("churn_auc", 0.8),
          known("churn_skill", 0.2),
          known("churn_calibration_error", 0.02),
          known("churn_score_psi", 0.0),
          known("activation_auc", 0.7),
          known("activation_calibration_error", 0.02),
          known("activation_score_psi", 0.0),
          known("response_auc", 0.7),
          known("response_calibration_error", 0.02),
          known("response_score_psi", 0.0),
          known("features_drifted", 0.0),
          known("dead_letter_share", 0.001),
          known("unbalanced_sources", 0.0),
          known("quality_failures", 0.0),
          known("quality_warnings", 0.0));

  @Test
  void goodFiguresPass() {
    assertThat(verdict(GOOD, "overall"), is("pass"));
    assertThat(gate(GOOD, "overall").explanation(), is("All 15 gates pass."));
  }

  @ParameterizedTest
  @CsvSource({
    "churn_auc, 0.64, 0.59",
    "churn_skill, 0.01, -0.01",
    "churn_calibration_error, 0.06, 0.11",
    "churn_score_psi, 0.1, 0.25",
    "activation_auc, 0.64, 0.54",
    "activation_calibration_error, 0.09, 0.16",
    "activation_score_psi, 0.1, 0.5",
    "response_auc, 0.59, 0.54",
    "response_calibration_error, 0.06, 0.11",
    "response_score_psi, 0.1, 0.5",
    "features_drifted, 1, ",
    "dead_letter_share, 0.02, 0.06",
    "unbalanced_sources, , 1",
    "quality_failures, , 1",
    "quality_warnings, 1, "
  })
  void everyGateWarnsAndFailsBeyondItsThresholds(String measure, Double warns, Double fails) {
    if (warns != null) {
      assertThat(verdict(with(known(measure, warns)), "overall"), is("warn"));
    }
    if (fails != null) {
      assertThat(verdict(with(known(measure, fails)), "overall"), is("fail"));
    }
  }

  @Test
  void aGateOfTooFewRowsIsWithheldAndBlocksNothing() {
    Map<String, Measured> few =
        with(Map.entry("churn_calibration_error", Measured.estimated(0.3, 0.2, 0.4, 61)));

    ReleaseGate gate = gate(few, "churn_calibration");
    assertThat(gate.verdict(), is("withheld"));
    assertThat(gate.withheldBecause(), is("Measured on 61 rows; needs 400."));
    assertThat(gate.rowCount(), is(61L));
    assertThat(gate.falseAlarmRate(), is(nullValue()));
    assertThat(verdict(few, "overall"), is("pass"));
    assertThat(
        gate(few, "overall").explanation(),
        is("14 of 15 gates pass. Withheld: 1 (churn_calibration)."));
  }

  @Test
  void aFigureBeyondTheThresholdWhoseIntervalIsNotIsNoVerdict() {
    Map<String, Measured> crossing =
        with(Map.entry("churn_auc", Measured.estimated(0.58, 0.48, 0.67, 100)));

    assertThat(verdict(crossing, "churn_auc"), is("withheld"));
    assertThat(
        gate(crossing, "churn_auc").withheldBecause(),
        is("Beyond the threshold, but on so few rows chance explains it."));
  }

  @Test
  void aFigureSurelyWorthALookAndPerhapsWorseWarns() {
    Map<String, Measured> worse =
        with(Map.entry("churn_auc", Measured.estimated(0.58, 0.53, 0.63, 100)));

    assertThat(verdict(worse, "churn_auc"), is("warn"));
  }

  @Test
  void aWithheldGateHidesNoFailure() {
    Map<String, Measured> both = with(known("quality_failures", 1));
    both.put("churn_auc", Measured.estimated(0.58, 0.48, 0.67, 100));

    assertThat(verdict(both, "overall"), is("fail"));
    assertThat(
        gate(both, "overall").explanation(),
        is("1 of 15 gates fail: data_quality. Withheld: 1 (churn_auc)."));
  }

  @Test
  void withoutFiguresTheGatesSaySoAndBlockNothing() {
    List<ReleaseGate> gates = STANDARD.judge(DAY, Map.of());

    assertThat(gates.get(0).verdict(), is("warn"));
    assertThat(gates.get(0).explanation(), is("There is no churn model in use."));
    assertThat(gates.get(1).verdict(), is("withheld"));
    assertThat(gates.get(1).withheldBecause(), is("There is no churn model to judge."));
    assertThat(gates.get(gates.size() - 1).verdict(), is("warn"));
  }

  @Test
  void theExplanationHoldsTheFigureItsIntervalAndTheThreshold() {
    ReleaseGate gate =
        gate(
            with(Map.entry("dead_letter_share", Measured.estimated(0.0625, 0.055, 0.07, 8000))),
            "rejected_records");

    assertThat(
        gate.explanation(),
        is(
            "6.25 % of the records were rejected; all are kept as dead letters."
                + " Interval 5.50 % to 7.00 % on 8,000 rows."));
    assertThat(gate.threshold(), is("fail if lower > 0.05, warn if lower > 0.01"));
    assertThat(gate.falseAlarmRate(), is(0.01));
  }

  @Test
  void theReleaseGivesAFalseAlarmAtMostAsOftenAsItsGatesTogether() {
    Map<String, Measured> two =
        Map.of(
            "dead_letter_share", Measured.share(0, 8000),
            "churn_auc", Measured.estimated(0.8, 0.75, 0.85, 200),
            "quality_failures", Measured.counted(0, 100));

    assertThat(gate(two, "overall").falseAlarmRate(), is(0.02));
  }

  @Test
  void aConditionThatNamesAnUnknownColumnIsRefusedWithFileAndRule() {
    String yaml = RULE.formatted("fail: 'vale < 1.0'");
    var error = assertThrows(RuleException.class, () -> GateRules.parse("mine.yaml", yaml));
    assertThat(error.getMessage(), containsString("mine.yaml, rule g"));
    assertThat(error.getMessage(), containsString("vale"));
  }

  @Test
  void aGateThatAsksNothingOrLacksAKeyIsRefused() {
    var nothing =
        assertThrows(
            RuleException.class, () -> GateRules.parse("mine.yaml", RULE.formatted("fail: null")));
    assertThat(nothing.getMessage(), is("mine.yaml, rule g: give a condition, fail or warn"));

    var lacking =
        assertThrows(RuleException.class, () -> GateRules.parse("mine.yaml", "[{gate: g}]"));
    assertThat(lacking.getMessage(), containsString("mine.yaml: is not a list of gates: "));
    assertThat(lacking.getMessage(), containsString("measure"));
  }

  @Test
  void theDocumentListsEveryGateAsItIsDeclared() throws IOException {
    String document = Files.readString(Path.of("../docs/gates.md"));

    for (GateRules.Rule rule : STANDARD.rules()) {
      assertThat(
          document,
          containsString(
              "| %s | %s | %s | %s | %d | %s | %s |"
                  .formatted(
                      rule.gate(),
                      rule.fail() == null ? "" : "`" + rule.fail() + "`",
                      rule.warn() == null ? "" : "`" + rule.warn() + "`",
                      rule.judgedBy(),
                      rule.needs(),
                      rule.judgedBy().equals("counted in full") ? "0" : "1 %",
                      rule.fault())));
    }
  }

  private static Map.Entry<String, Measured> known(String measure, double value) {
    return Map.entry(measure, Measured.counted(value, MANY));
  }

  private static Map<String, Measured> with(Map.Entry<String, Measured> figure) {
    Map<String, Measured> figures = new HashMap<>(GOOD);
    figures.put(figure.getKey(), figure.getValue());
    return figures;
  }

  private static String verdict(Map<String, Measured> figures, String gate) {
    return gate(figures, gate).verdict();
  }

  private static ReleaseGate gate(Map<String, Measured> figures, String gate) {
    return STANDARD.judge(DAY, figures).stream()
        .filter(g -> g.gate().equals(gate))
        .findFirst()
        .orElseThrow();
  }
}
