package io.growthline.pages.section;

import io.growthline.domain.decision.RejectionReason;
import io.growthline.pages.Block;
import io.growthline.pages.Details;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Points;
import io.growthline.pages.Points.Point;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The trace of the decision on one customer, in words, with the values that were seen. */
final class DecisionEvidence {
  private DecisionEvidence() {}

  /** What the trace says of the customer whom the path names; nothing without a trace. */
  static List<Block> blocks(Source source) {
    return source
        .query(
            "SELECT * FROM scores.decision_traces WHERE entity_id = @id",
            CustomerProfile.id(source))
        .stream()
        .findFirst()
        .map(row -> List.of(points(source, row), seen(source, row)))
        .orElse(List.of());
  }

  private static Block points(Source source, Row row) {
    List<Point> points = new ArrayList<>();
    if (!row.text("decision").equals("nothing")) {
      points.add(new Point("Why", why(row)));
    }
    points.add(new Point("What would change it", change(source, row)));
    points.add(new Point("Business impact", impact(source, row)));
    points.add(new Point("Confidence", confidence(row)));
    points.add(new Point("Decided by", versions(row)));
    return new Points(points);
  }

  private static Block seen(Source source, Row row) {
    return new Details(
        "Values that were seen",
        List.of(
            Grid.of(
                "decision-seen",
                "Values that were seen",
                new ListedRows(SeenWords.of(row.text("seen"), source.amounts())),
                List.of(
                    Column.of("value_of", "What", Format.TEXT),
                    Column.of("value", "Value", Format.TEXT)))));
  }

  private static String why(Row row) {
    return "%s is worth more than it costs, and than what its contacts and money would bring elsewhere."
        .formatted(Names.title(row.text("action")));
  }

  private static String change(Source source, Row row) {
    String words = row.text("counterfactual");
    for (String action : actions(row)) {
      words = words.replace(action, Names.words(action));
    }
    return switch (row.text("change")) {
      case "churn" ->
          "A chance of leaving of %s in place of %s. %s"
              .formatted(chance(row.get("change_to")), chance(row.get("change_from")), words);
      case "value_minor" ->
          "A value of %s in place of %s. %s"
              .formatted(
                  source.amounts().exact().text(row.get("change_to")),
                  source.amounts().exact().text(row.get("change_from")),
                  words);
      default -> words;
    };
  }

  /** With a digit more than elsewhere, because small changes decide. */
  private static String chance(Object value) {
    return value == null
        ? "unknown"
        : Format.DECIMAL_2.text(100 * ((Number) value).doubleValue()) + "%";
  }

  /** Names in the words of a trace that are those of actions. */
  private static List<String> actions(Row row) {
    return List.of(row.text("counterfactual").split("[^a-z0-9_]+")).stream()
        .filter(word -> word.contains("_") && !row.text("change").equals("condition"))
        .toList();
  }

  private static String impact(Source source, Row row) {
    Object amount = row.get("impact_minor");
    if (amount == null) {
      return "No action was compared, so there is nothing to gain or lose.";
    }
    double impact = ((Number) amount).doubleValue();
    String text = source.amounts().exact().text(Math.abs(impact));
    return switch (row.text("decision")) {
      case "contact" -> "The contact is expected to bring " + text + ".";
      case "hold_out" ->
          "Not to contact is expected to forgo " + text + ", which is the cost of measuring.";
      default ->
          impact > 0
              ? "Doing nothing is expected to forgo %s; what the contact would use of shared limits is worth %s elsewhere."
                  .formatted(text, source.amounts().exact().text(row.get("price_minor")))
              : "A contact would be expected to lose " + text + ", which is saved.";
    };
  }

  private static String confidence(Row row) {
    if (row.get("confidence") == null) {
      return "Not stated: the chance of leaving is outside the range for actions.";
    }
    if (isByRule(row.text("rule"))) {
      return "Certain: a rule decided, not an estimate.";
    }
    double share = row.number("confidence");
    // No estimate is certain, however it is rounded.
    String percent = share >= 0.9995 ? "More than 99.9%" : Format.PERCENT.text(share);
    return percent + ": the chance that the expected value lies on the side the decision puts it.";
  }

  private static boolean isByRule(String rule) {
    String reason = rule.split(": ", 2)[0].toUpperCase(Locale.ROOT);
    return !reason.equals("CHOSEN")
        && switch (RejectionReason.valueOf(reason)) {
          case PROTECTED, EXCLUDED, NO_ACTION, NO_VALUE, COOL_DOWN, CONTACT_CAP -> true;
          case OUTSIDE_PROBABILITY_RANGE, NO_POSITIVE_VALUE, CAPACITY, SEGMENT_SHARE, BUDGET ->
              false;
        };
  }

  private static String versions(Row row) {
    Map<String, String> models =
        Map.of("churn", "the churn model", "churn_rules", "churn rules, which assume it,");
    return "Plan %s with version %s of the policy; the chance of leaving is from %s version %s. Trace %s."
        .formatted(
            row.text("plan_id"),
            row.text("policy_version"),
            models.get(row.text("model")),
            row.text("model_version"),
            row.text("trace_id").substring(0, 12));
  }
}
