package io.growthline.domain.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.domain.Sha256;
import io.growthline.domain.contract.ColumnSpec;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.special.Erf;

/** Rows of {@code scores.decision_traces}. */
final class DecisionTraces implements DecisionTable<DecisionTrace> {
  private static final double Z90 = 1.6448536269514722;

  @Override
  public Class<DecisionTrace> table() {
    return DecisionTrace.class;
  }

  @Override
  public List<DecisionTrace> rows(Plan plan, DecisionInput customer, Choice choice) {
    Counterfactual counterfactual = Counterfactual.of(plan, customer, choice);
    String decision = choice.treated() ? "contact" : choice.chosen() ? "hold_out" : "nothing";
    String action = choice.action() == null ? null : choice.action().name();
    String rule = rule(choice);
    return List.of(
        new DecisionTrace(
            id(plan, customer, decision, action, rule),
            "customer",
            customer.customerId(),
            plan.id(),
            plan.asOf(),
            decision,
            action,
            rule,
            plan.policy().version(),
            customer.modelBand() == null ? "churn_rules" : "churn",
            customer.churnVersion(),
            seen(plan, customer, choice).toString(),
            counterfactual.change().text(),
            counterfactual.from(),
            counterfactual.to(),
            counterfactual.text(),
            choice.value() == null ? null : choice.value().netMinor(),
            choice.priceMinor(),
            confidence(choice)));
  }

  private static String rule(Choice choice) {
    if (choice.chosen()) {
      return "chosen: " + choice.action().name();
    }
    String reason = choice.reason().text();
    return choice.detail() == null ? reason : reason + ": " + choice.detail();
  }

  private static String id(
      Plan plan, DecisionInput customer, String decision, String action, String rule) {
    Sha256 digest = new Sha256();
    for (String part :
        new String[] {
          "customer",
          customer.customerId(),
          decision,
          action == null ? "" : action,
          rule,
          plan.policy().name(),
          plan.policy().version(),
          plan.asOf().toString()
        }) {
      // The length keeps parts apart.
      digest.add(part.length() + ":" + part);
    }
    return digest.hex();
  }

  private static ObjectNode seen(Plan plan, DecisionInput customer, Choice choice) {
    Considered considered = choice.customer();
    ObjectNode seen = SeenValues.object();
    seen.put("churn", considered.p().value());
    seen.put("churn_lower", considered.p().lower());
    seen.put("churn_upper", considered.p().upper());
    seen.put("churn_evidence", customer.churnEvidence());
    seen.put(
        "value_minor", considered.lost() == null ? null : (Long) (long) considered.lost().value());
    seen.put("segment", considered.segment());
    seen.put("value_band", considered.valueBand());
    if (choice.action() != null) {
      seen.put("success", choice.action().success().value());
      seen.put("contact_cost_minor", choice.action().contactCostMinor());
      seen.put("incentive_minor", choice.action().incentiveMinor());
      seen.put("take_up", choice.action().takeUp());
    }
    if (choice.reason() == RejectionReason.COOL_DOWN
        || choice.reason() == RejectionReason.CONTACT_CAP) {
      seen.set("contacts", contacts(plan, customer));
    }
    SeenValues.add(seen.putObject("columns"), customer, columns(plan.rules(), choice));
    return seen;
  }

  private static ObjectNode contacts(Plan plan, DecisionInput customer) {
    ObjectNode newest = SeenValues.object();
    for (Action action : plan.rules().actions()) {
      customer.log().stream()
          .filter(row -> row.asOf().isBefore(plan.asOf()) && row.isContact())
          .filter(row -> row.action().equals(action.name()))
          .mapToLong(row -> ChronoUnit.DAYS.between(row.asOf(), plan.asOf()))
          .min()
          .ifPresent(days -> newest.put(action.name(), days));
    }
    return newest;
  }

  /** The columns that the rule looked at which decided. */
  private static List<String> columns(DecisionRules rules, Choice choice) {
    if (choice.reason() == RejectionReason.EXCLUDED) {
      return rules.columnsOfExclusion(choice.detail());
    } else if (choice.action() != null) {
      return rules.columns(choice.action());
    }
    Set<String> looked = new HashSet<>();
    if (choice.reason() == RejectionReason.PROTECTED) {
      looked.add("vulnerable_customer");
    }
    for (Action action : rules.actions()) {
      if (choice.reason() != RejectionReason.PROTECTED || action.forVulnerable()) {
        looked.addAll(rules.columns(action));
      }
    }
    return DecisionColumns.ALL.stream().map(ColumnSpec::name).filter(looked::contains).toList();
  }

  private static Double confidence(Choice choice) {
    if (choice.chosen()) {
      return above(choice, 0);
    }
    return switch (choice.reason()) {
      case PROTECTED, EXCLUDED, NO_ACTION, NO_VALUE, COOL_DOWN, CONTACT_CAP -> 1.0;
      case OUTSIDE_PROBABILITY_RANGE -> null;
      case NO_POSITIVE_VALUE -> 1 - above(choice, 0);
      case CAPACITY, SEGMENT_SHARE, BUDGET -> 1 - above(choice, choice.priceMinor());
    };
  }

  /** The chance that an action brings more than so much. */
  private static double above(Choice choice, double minor) {
    ExpectedValue value = choice.value();
    double deviation = (value.upperMinor() - value.lowerMinor()) / (2 * Z90);
    double beyond = value.netMinor() - minor;
    if (deviation == 0) {
      return beyond > 0 ? 1 : 0;
    }
    return 0.5 * Erf.erfc(-beyond / (deviation * Math.sqrt(2)));
  }
}
