package io.growthline.domain.decision;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.value.CustomerLtv;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Customers, actions and policies for tests. */
final class Decisions {
  static final LocalDate AS_OF = LocalDate.parse("2026-07-01");

  private Decisions() {}

  /** An action for everybody without cool-down. */
  static Action action(String name, double success, long contactCost, long incentive) {
    return new Action(
        name,
        name,
        "team",
        "email",
        incentive > 0 ? Action.Kind.INCENTIVE : Action.Kind.OFFER,
        "true",
        new Estimate(success, success / 2, success * 1.5),
        "assumed",
        contactCost,
        incentive,
        1,
        null,
        0,
        false,
        ProbabilityRange.ALL);
  }

  /** A customer with a chance of leaving and a value of which half either way is uncertain. */
  static DecisionInput customer(String id, double churn, Long value, Object... columns) {
    return customer(id, churn, value, List.of(), columns);
  }

  static DecisionInput customer(
      String id, double churn, Long value, List<ActionLog> log, Object... columns) {
    Map<String, Object> profile = new HashMap<>();
    profile.put("customer_id", id);
    profile.put("as_of", AS_OF.toString());
    for (int i = 0; i < columns.length; i += 2) {
      profile.put((String) columns[i], columns[i + 1]);
    }
    Map<String, Object> ltv = new HashMap<>();
    ltv.put("customer_id", id);
    ltv.put("as_of", AS_OF.toString());
    ltv.put("margin_horizon_weeks", 52);
    ltv.put("value_band", value == null ? "none" : "high");
    if (value != null) {
      ltv.put("expected_margin_minor", value);
      ltv.put("expected_margin_lower_minor", value / 2);
      ltv.put("expected_margin_upper_minor", value + value / 2);
    }
    return new DecisionInput(
        Rows.of(Customer360Profile.class, profile),
        Rows.of(CustomerLtv.class, ltv),
        churn,
        "measured",
        "v1",
        "medium",
        null,
        new ArrayList<>(log));
  }

  /** A contact of a customer some days ago. */
  static ActionLog contact(String id, String action, int daysAgo) {
    return logged(id, action, daysAgo, "treated");
  }

  static ActionLog logged(String id, String action, int daysAgo, String arm) {
    LocalDate day = AS_OF.minusDays(daysAgo);
    return new ActionLog(
        day,
        "test",
        id,
        "test-" + day,
        action,
        "team",
        "email",
        arm,
        0.9,
        100,
        0.5,
        0.2,
        1_100L,
        10L);
  }

  static final String ACTIONS =
      """
      version: "1"
      actions:
        - name: call
          label: A call
          owner: service
          channel: phone
          kind: help
          when: open_complaints > 0
          success: {value: 0.5, lower: 0.4, upper: 0.6, evidence: assumed}
          contact_cost_minor: 100
          incentive_minor: 0
          cool_down_days: 30
          for_vulnerable: true
        - name: gift
          label: A gift
          owner: crm
          channel: email
          kind: incentive
          when: campaigns_allowed
          success: {value: 0.2, lower: 0.1, upper: 0.3, evidence: assumed}
          contact_cost_minor: 10
          incentive_minor: 50
          take_up: 0.5
          cool_down_days: 90
          probability: {min: 0.1, max: 0.9}
      """;

  static final String POLICY =
      """
      version: "1"
      name: test
      mode: budgeted
      budget_minor: 1000
      high_value_reserve: 0
      owners: {}
      segment_column: income_segment
      segments: {}
      contact_cap: {contacts: 2, days: 60}
      probability: {min: 0.05, max: 0.95}
      probability_uncertainty: 0.5
      holdout_share: 0
      exclude:
        - {name: left, when: subscription_status == 'cancelled', message: Left.}
      """;

  static DecisionFiles files() {
    return DecisionFiles.standard()
        .withActions("actions.yaml", ACTIONS)
        .withPolicy("policy.yaml", POLICY);
  }

  static DecisionRules rules() {
    return DecisionRules.parse(files());
  }

  static Eligibility eligibility() {
    return new Eligibility(rules(), AS_OF, List.of());
  }
}
