package io.growthline.domain.decision;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.rule.RuleException;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {
  @Test
  void theStandardRulesLoadAndOnlyHelpIsForVulnerableCustomers() {
    DecisionRules rules = DecisionRules.standard();

    assertThat(rules.actions().size(), greaterThanOrEqualTo(8));
    for (Action action : rules.actions()) {
      assertThat(action.name(), !action.forVulnerable() || action.kind() == Action.Kind.HELP);
    }
  }

  @Test
  void anIncentiveOrOfferForVulnerableCustomersIsRefused() {
    refusesActions(
        "probability:", "for_vulnerable: true\n    probability:", "action gift", "only kind help");
    refusesActions("kind: help", "kind: offer", "action call", "only kind help");
  }

  @Test
  void helpCannotHideAnIncentive() {
    refusesActions("incentive_minor: 0", "incentive_minor: 5", "action call", "incentive_minor");
  }

  @Test
  void anUnknownColumnIsNamedWithFileAndRule() {
    refusesActions("open_complaints", "open_complains", "rule call", "open_complains");
    refusesPolicy("subscription_status ==", "subscription ==", "rule left", "subscription");
    refusesPolicy(
        "segment_column: income_segment", "segment_column: colour", "policy.yaml", "colour");
  }

  @Test
  void wrongRangesMissingPartsAndDoubleNamesAreRefused() {
    refusesActions("lower: 0.4", "lower: 0.55", "action call", "0 <= lower <= value <= upper <= 1");
    refusesActions("contact_cost_minor: 100", "contact_cost_minor: -1", "call", "0 or more");
    refusesActions("- name: gift", "- name: call", "rule call", "twice");
    refusesActions("    label: A gift\n", "", "action gift", "label is missing");
    refusesPolicy("holdout_share: 0", "holdout_share: 1", "policy.yaml", "holdout_share");
    refusesPolicy("budget_minor: 1000\n", "", "policy.yaml", "budget_minor is missing");
    refusesPolicy("mode: budgeted", "mode: free", "policy.yaml", "mode must be");
    refusesPolicy("owners: {}", "owners: {crn: 5}", "policy.yaml", "crn");
    refusesPolicy(
        "segments: {}",
        "segments: {a: {min_share: 0.6, max_share: 1}, b: {min_share: 0.6, max_share: 1}}",
        "policy.yaml",
        "together");
  }

  private static void refusesActions(String text, String instead, String where, String what) {
    String yaml = Decisions.ACTIONS.replace(text, instead);
    assertThat("the text is there", !yaml.equals(Decisions.ACTIONS), is(true));
    refuses(Decisions.files().withActions("actions.yaml", yaml), "actions.yaml", where, what);
  }

  private static void refusesPolicy(String text, String instead, String where, String what) {
    String yaml = Decisions.POLICY.replace(text, instead);
    assertThat("the text is there", !yaml.equals(Decisions.POLICY), is(true));
    refuses(Decisions.files().withPolicy("policy.yaml", yaml), "policy.yaml", where, what);
  }

  private static void refuses(DecisionFiles files, String file, String where, String what) {
    RuleException e = assertThrows(RuleException.class, () -> DecisionRules.parse(files));
    assertThat(
        e.getMessage(), allOf(containsString(file), containsString(where), containsString(what)));
  }
}
