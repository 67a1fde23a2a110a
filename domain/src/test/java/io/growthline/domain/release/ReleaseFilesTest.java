package io.growthline.domain.release;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.rule.RuleException;
import org.junit.jupiter.api.Test;

/** Bad declarations name the file, the change or gate, and what to do. */
class ReleaseFilesTest {
  private static final String TRIAL =
      "experiment: {id: e, arm: t, complaints: c, support: s, groups: [], vulnerable: v}";

  private static String changes(String rest) {
    return "version: '1'\nchanges:\n  - {id: new_tariff, what: w, owner: o, %s}\n".formatted(rest);
  }

  private static void refused(String yaml, String message) {
    RuleException e = assertThrows(RuleException.class, () -> Changes.parse("mine.yaml", yaml));
    assertThat(e.getMessage(), containsString("mine.yaml"));
    assertThat(e.getMessage(), containsString(message));
  }

  @Test
  void theExamplesCanBeRead() {
    assertThat(Changes.standard().all().get(0).experiment().arm(), is("treatment"));
    assertThat(Thresholds.standard().of(Gate.DRIFT).steps().get(1).at(), is(0.25));
  }

  @Test
  void aChangeThatNothingMeasuresIsRefused() {
    refused(
        changes("offer: boost"),
        "rule new_tariff: nothing measures it; name its experiment or its geo_test");
  }

  @Test
  void whatIsRequiredMustBeMeasured() {
    refused(
        changes(TRIAL + ", requires: [fair_value]"),
        "requires fair_value, but declares nothing that measures it; add that, or take it out");
  }

  @Test
  void unknownKeysAndGatesAreNamedWithTheirLine() {
    refused(changes(TRIAL + ", offr: boost"), "line 3: there is no key offr; known are [");
    refused(
        changes(TRIAL + ", requires: [fairnes]"),
        "line 3: fairnes is unknown; write one of evidence_strength, uplift");
  }

  @Test
  void aMissingKeyIsNamed() {
    refused(changes("geo_test: {id: g, metric: m}"), "method");
  }

  @Test
  void anIdIsUsedOnceAndIsNotThatOfTheRun() {
    String twice = changes(TRIAL) + "  - {id: new_tariff, what: w, owner: o, " + TRIAL + "}\n";
    refused(twice, "id is used twice; give each its own");
    refused(changes(TRIAL).replace("new_tariff", "this_run"), "id is that of the run itself");
    refused(changes(TRIAL).replace("new_tariff", "New tariff"), "rename it");
  }

  @Test
  void aTeamWithoutCapacityIsRefused() {
    refused(changes(TRIAL + ", review: {owner: care, capacity: 0}"), "write at least 1");
  }

  @Test
  void stepsGetWorseOneByOne() {
    String swapped =
        ReleaseYaml.standard(Thresholds.FILE)
            .replace(
                "[{at: 0.10, then: limited_rollout}, {at: 0.25, then: block}]",
                "[{at: 0.25, then: limited_rollout}, {at: 0.10, then: block}]");
    RuleException e =
        assertThrows(RuleException.class, () -> Thresholds.parse("mine.yaml", swapped));
    assertThat(
        e.getMessage(),
        is("mine.yaml, rule drift: its steps must get worse one by one; put the mildest first"));
  }

  @Test
  void everyGateHasThresholds() {
    String without = ReleaseYaml.standard(Thresholds.FILE).replaceAll("(?m)^.*gate: drift.*$", "");
    RuleException e =
        assertThrows(RuleException.class, () -> Thresholds.parse("mine.yaml", without));
    assertThat(e.getMessage(), is("mine.yaml, rule drift: is missing; add its steps"));
  }
}
