package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Figure;
import io.growthline.pages.Figures;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Notation;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was decided for the customer whose id is in the path, and why nothing else was. */
public final class CustomerDecision implements Section {
  @Override
  public String id() {
    return "decision";
  }

  @Override
  public String title() {
    return "What is to be done";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Block> blocks = new ArrayList<>(decided(source));
    blocks.addAll(DecisionEvidence.blocks(source));
    return blocks;
  }

  private static List<Block> decided(Source source) {
    Map<String, ?> customer = CustomerProfile.id(source);
    Optional<Row> chosen =
        source.query("SELECT * FROM scores.action_plan WHERE customer_id = @id", customer).stream()
            .findFirst();
    if (chosen.isPresent()) {
      return chosen(source.amounts().whole(), chosen.get());
    }
    return source
        .query("SELECT * FROM scores.action_rejections WHERE customer_id = @id", customer)
        .stream()
        .findFirst()
        .map(row -> List.<Block>of(new Sentence(leftOut(source, row))))
        .orElse(
            List.of(
                new Sentence("No plan considers this customer: no chance of leaving is known.")));
  }

  private static List<Block> chosen(Notation amounts, Row row) {
    return List.of(
        new Sentence(decision(row)),
        new Figures(
            List.of(
                Figure.of("Value saved", amounts.text(row.get("value_saved_minor"))),
                Figure.of("− Contact cost", amounts.text(row.get("contact_cost_minor"))),
                Figure.of(
                    "− Incentive if staying anyway",
                    amounts.text(row.get("stayer_incentive_minor"))),
                Figure.of("= Expected value", amounts.text(row.get("expected_value_minor"))))),
        new Sentence(
            "90%% interval %s to %s. Chance of leaving %s (%s), value at stake %s; the action keeps %s of those who would leave (%s). %s"
                .formatted(
                    amounts.text(row.get("expected_value_lower_minor")),
                    amounts.text(row.get("expected_value_upper_minor")),
                    Format.PERCENT.text(row.get("churn")),
                    row.text("churn_evidence"),
                    amounts.text(row.get("value_minor")),
                    Format.PERCENT.text(row.get("success")),
                    row.text("success_evidence"),
                    row.flag("vulnerable_customer")
                        ? "This customer needs protection, so help alone was considered."
                        : "No other action that fits brings more within the limits of the plan; a customer gets one action.")));
  }

  private static String decision(Row row) {
    String action = Format.TITLE.text(row.get("action"));
    String owner = Names.words(row.text("owner"));
    return row.text("arm").equals("holdout")
        ? "%s was chosen, but this customer is held out to measure the effect: do not contact."
            .formatted(action)
        : "%s, by %s through %s; number %s in the list of %s."
            .formatted(
                action,
                owner,
                Names.words(row.text("channel")),
                Format.COUNT.text(row.get("priority")),
                owner);
  }

  private static String leftOut(Source source, Row row) {
    String text = "Nothing is to be done. " + RejectionWords.of(row.get("reason"));
    if (row.get("detail") != null) {
      text += " Rule or limit: " + row.text("detail") + ".";
    }
    return row.get("action") == null
        ? text
        : text
            + " The best action considered was %s, expected to bring %s."
                .formatted(
                    Names.words(row.text("action")),
                    source.amounts().whole().text(row.get("expected_value_minor")));
  }
}
