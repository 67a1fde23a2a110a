package io.growthline.domain.release;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.monitoring.GateRules;
import io.growthline.domain.monitoring.ReleaseGate;
import io.growthline.domain.rule.RuleException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A change with good evidence for every gate is shipped; each gate alone can hold it back. */
class ReleaseDecisionsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-07-01");

  private static ReleaseDecisions decide(UnaryOperator<GoodEvidence> spoil) {
    return ReleaseDecisions.of(
        List.of(GoodEvidence.CHANGE),
        Thresholds.standard(),
        spoil.apply(new GoodEvidence()).published(),
        DAY);
  }

  private static ReleaseDecision decision(UnaryOperator<GoodEvidence> spoil) {
    return decide(spoil).decisions().get(1);
  }

  private static ReleaseDecisionGate gate(ReleaseDecisions decisions, Gate gate) {
    return decisions.gates().stream()
        .filter(row -> row.changeId().equals("checklist") && row.gate().equals(gate.id()))
        .findFirst()
        .orElseThrow();
  }

  private static void holdsBack(
      Gate gate, GateStatus status, ReleaseVerdict verdict, UnaryOperator<GoodEvidence> spoil) {
    ReleaseDecisions decisions = decide(spoil);
    assertThat(gate(decisions, gate).reason(), gate(decisions, gate).status(), is(status.id()));
    assertThat(decisions.decisions().get(1).decision(), is(verdict.id()));
    assertThat(decisions.decisions().get(1).heldBackBy(), containsString(gate.id()));
  }

  @Test
  void goodEvidenceShips() {
    ReleaseDecision decision = decision(good -> good);
    assertThat(decision.reason(), decision.decision(), is("ship"));
    assertThat(decision.heldBackBy(), is(nullValue()));
    assertThat(decision.gates(), is(12L));
    assertThat(decision.passed(), is(12L));
  }

  @Test
  void aTreatmentThatHarmsThePrimaryMetricIsBlocked() {
    holdsBack(
        Gate.UPLIFT,
        GateStatus.BLOCK,
        ReleaseVerdict.BLOCK,
        good -> good.effect("funded", "all", "all", -0.08, 0.01));
  }

  @Test
  void anEffectThatChanceExplainsStaysAnExperiment() {
    holdsBack(
        Gate.UPLIFT,
        GateStatus.WITHHELD,
        ReleaseVerdict.EXPERIMENT_ONLY,
        good -> good.effect("funded", "all", "all", 0.01, 0.01));
  }

  @Test
  void anEffectThatIsNotSettledStaysAnExperimentThoughItsIntervalIsAboveZero() {
    ReleaseDecisions decisions = decide(good -> good.inconclusive("It ran for 3 of 28 days."));
    assertThat(decisions.decisions().get(1).decision(), is("experiment_only"));
    assertThat(gate(decisions, Gate.UPLIFT).reason(), containsString("It ran for 3 of 28 days."));
  }

  @Test
  void armsThatDoNotHaveTheirSharesBlock() {
    holdsBack(
        Gate.SAMPLE_RATIO, GateStatus.BLOCK, ReleaseVerdict.BLOCK, good -> good.sampleRatio(1e-4));
  }

  @Test
  void complaintsBlockFromOnePointAndWarnFromThreeTenths() {
    holdsBack(
        Gate.COMPLAINTS,
        GateStatus.BLOCK,
        ReleaseVerdict.BLOCK,
        good -> good.effect("complained", "all", "all", 0.015, 0.001));
    holdsBack(
        Gate.COMPLAINTS,
        GateStatus.WARN,
        ReleaseVerdict.LIMITED_ROLLOUT,
        good -> good.effect("complained", "all", "all", 0.006, 0.001));
  }

  @Test
  void supportBlocks() {
    holdsBack(
        Gate.SUPPORT,
        GateStatus.BLOCK,
        ReleaseVerdict.BLOCK,
        good -> good.effect("support_contacts", "all", "all", 0.05, 0.005));
  }

  @Test
  void aTreatmentThatHelpsThoseWhoFareBetterWidensTheGap() {
    holdsBack(
        Gate.FAIRNESS,
        GateStatus.BLOCK,
        ReleaseVerdict.BLOCK,
        good -> good.effect("funded", "income_segment", "high", 0.25, 0.01));
  }

  @Test
  void aTreatmentThatHelpsThoseWhoFareWorseDoesNot() {
    ReleaseDecisions decisions =
        decide(good -> good.effect("funded", "income_segment", "low", 0.25, 0.01));
    assertThat(gate(decisions, Gate.FAIRNESS).status(), is("pass"));
    assertThat(gate(decisions, Gate.FAIRNESS).figure(), closeTo(0.08 - 0.25, 1e-12));
  }

  @Test
  void aGroupThatIsTooSmallLeavesFairnessOpen() {
    holdsBack(
        Gate.FAIRNESS,
        GateStatus.WITHHELD,
        ReleaseVerdict.EXPERIMENT_ONLY,
        good -> good.without("funded", "income_segment", "low"));
  }

  @Test
  void harmToVulnerableCustomersAsksForAPersonAndBlocks() {
    holdsBack(
        Gate.VULNERABLE_IMPACT,
        GateStatus.REVIEW,
        ReleaseVerdict.NEEDS_HUMAN_REVIEW,
        good -> good.effect("funded", "vulnerable_customer", "true", -0.02, 0.001));
    holdsBack(
        Gate.VULNERABLE_IMPACT,
        GateStatus.BLOCK,
        ReleaseVerdict.BLOCK,
        good -> good.effect("funded", "vulnerable_customer", "true", -0.05, 0.001));
  }

  @Test
  void regionsThatDidNotChangeStayAnExperimentAndThoseThatLostBlock() {
    holdsBack(
        Gate.INCREMENTALITY,
        GateStatus.WITHHELD,
        ReleaseVerdict.EXPERIMENT_ONLY,
        good -> good.geo(2.0, -1.0, 5.0));
    holdsBack(
        Gate.INCREMENTALITY,
        GateStatus.WITHHELD,
        ReleaseVerdict.EXPERIMENT_ONLY,
        good -> good.geo(2.0, null, null));
    holdsBack(
        Gate.INCREMENTALITY,
        GateStatus.BLOCK,
        ReleaseVerdict.BLOCK,
        good -> good.geo(-2.0, -3.0, -1.0));
  }

  @Test
  void anUnfairOfferAsksForAPersonAndLimitsTheRolloutBefore() {
    holdsBack(
        Gate.FAIR_VALUE,
        GateStatus.REVIEW,
        ReleaseVerdict.NEEDS_HUMAN_REVIEW,
        good -> good.offer(200, 3_000, 1_500));
    holdsBack(
        Gate.FAIR_VALUE,
        GateStatus.WARN,
        ReleaseVerdict.LIMITED_ROLLOUT,
        good -> good.offer(120, 1_600, 1_200));
  }

  @Test
  void aModelThatIsOffOrDriftedBlocks() {
    holdsBack(
        Gate.CALIBRATION,
        GateStatus.BLOCK,
        ReleaseVerdict.BLOCK,
        good -> good.gate("activation_calibration", 0.20, 0.02));
    holdsBack(
        Gate.DRIFT,
        GateStatus.BLOCK,
        ReleaseVerdict.BLOCK,
        good -> good.gate("activation_score_drift", 0.40, 0.05));
  }

  @Test
  void aTeamThatIsFullAsksForAPerson() {
    holdsBack(
        Gate.REVIEW_LOAD,
        GateStatus.REVIEW,
        ReleaseVerdict.NEEDS_HUMAN_REVIEW,
        good -> good.cases(43));
  }

  @Test
  void strengthIsTheChanceOfAGoodEffectTimesTheShareOfEvidenceThatIsThere() {
    ReleaseDecisions all = decide(good -> good.effect("funded", "all", "all", 0.01, 0.01));
    ReleaseDecisions some =
        decide(
            good ->
                good.effect("funded", "all", "all", 0.01, 0.01)
                    .without("complained", "all", "all")
                    .without("support_contacts", "all", "all"));
    // Φ(1) = 0.8413; nine of eleven gates have a figure.
    assertThat(gate(all, Gate.EVIDENCE_STRENGTH).figure(), closeTo(0.8413, 1e-4));
    assertThat(gate(some, Gate.EVIDENCE_STRENGTH).figure(), closeTo(0.8413 * 9 / 11, 1e-4));
    assertThat(gate(some, Gate.EVIDENCE_STRENGTH).status(), is("warn"));
    holdsBack(
        Gate.EVIDENCE_STRENGTH,
        GateStatus.WITHHELD,
        ReleaseVerdict.EXPERIMENT_ONLY,
        good -> good.effect("funded", "all", "all", 0.0, 0.01));
  }

  @Test
  void whatBlocksComesBeforeWhatNeedsAPersonAndThatBeforeWhatLacksEvidence() {
    UnaryOperator<GoodEvidence> open = good -> good.effect("complained", "all", "all", 0.005, 0.01);
    assertThat(decision(open).decision(), is("experiment_only"));
    assertThat(decision(good -> open.apply(good).cases(50)).decision(), is("needs_human_review"));
    assertThat(
        decision(good -> open.apply(good).cases(50).sampleRatio(1e-5)).decision(), is("block"));
  }

  @Test
  void aRunIsBlockedExactlyWhenItsGatesFail() {
    for (String verdict : List.of("pass", "warn", "withheld", "fail")) {
      ReleaseGate gate = GoodEvidence.releaseGate("churn_auc", verdict, 0.7, 0.1);
      ReleaseDecisions decisions =
          ReleaseDecisions.of(
              List.of(),
              Thresholds.standard(),
              new Published(
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  Map.of(),
                  List.of(gate, GoodEvidence.releaseGate(GateRules.OVERALL, verdict, 0, 0))),
              DAY);
      assertThat(decisions.decisions().get(0).changeId(), is("this_run"));
      assertThat(decisions.decisions().get(0).gates(), is(1L));
      assertThat(
          decisions.decisions().get(0).decision(),
          is(
              switch (verdict) {
                case "pass" -> "ship";
                case "fail" -> "block";
                default -> "limited_rollout";
              }));
    }
  }

  @Test
  void examplesWithoutAResultAreNotJudged() {
    Published nothing =
        new Published(List.of(), List.of(), List.of(), List.of(), Map.of(), List.of());
    assertThat(ReleaseDecisions.measured(List.of(GoodEvidence.CHANGE), nothing), is(List.of()));
  }

  @Test
  void aChangeWithoutAnyEvidenceStaysAnExperiment() {
    Published nothing =
        new Published(List.of(), List.of(), List.of(), List.of(), Map.of(), List.of());
    ReleaseDecision decision =
        ReleaseDecisions.of(List.of(GoodEvidence.CHANGE), Thresholds.standard(), nothing, DAY)
            .decisions()
            .get(1);
    assertThat(decision.decision(), is("experiment_only"));
    assertThat("nobody waits", decision.passed(), is(1L));
  }

  @Test
  void anUnknownExperimentIsNamed() {
    Changes changes =
        Changes.parse(
            "mine.yaml",
            "version: '1'\nchanges:\n  - {id: c, what: w, owner: o, experiment: {id: onbording,"
                + " arm: t, complaints: c, support: s, groups: [], vulnerable: v}}\n");
    RuleException e =
        assertThrows(
            RuleException.class,
            () -> ReleaseDecisions.requireKnown(changes, new GoodEvidence().published()));
    assertThat(
        e.getMessage(),
        is(
            "mine.yaml, rule c, experiment: id onbording is unknown; write one of [onboarding], or declare it"));
  }
}
