package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Figure;
import io.growthline.pages.Figures;
import io.growthline.pages.Format;
import io.growthline.pages.Notation;
import io.growthline.pages.Notice;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the plan is expected to bring and cost, what limits it, and what it rests on. */
public final class PlanSummary implements Section {
  private static final String EVIDENCE =
      "SELECT COUNT(*) AS customers,"
          + " SUM(CASE WHEN churn_evidence = 'assumed' THEN 1 ELSE 0 END) AS assumed,"
          + " SUM(CASE WHEN reason IN ('capacity', 'segment_share', 'budget') THEN 1 ELSE 0 END)"
          + " AS held_back FROM"
          + " (SELECT churn_evidence, CAST(NULL AS STRING) AS reason FROM scores.action_plan"
          + " UNION ALL SELECT churn_evidence, reason FROM scores.action_rejections) AS considered";

  @Override
  public String id() {
    return "plan";
  }

  @Override
  public String title() {
    return "The plan";
  }

  @Override
  public List<Block> blocks(Source source) {
    Row considered = source.query(EVIDENCE).get(0);
    if (considered.number("customers") == 0) {
      return List.of(
          new Sentence(
              "There is no plan yet: the stage decide has found no customer with a chance of leaving."));
    }
    List<Block> blocks = new ArrayList<>();
    if (considered.number("assumed") == considered.number("customers")) {
      blocks.add(
          new Notice(
              "Rules, not scores.",
              "There are no churn scores, so the plan rests on rules: every chance of leaving is"
                  + " assumed."));
    }
    Row totals = totals(source);
    if (totals.get("net") == null) {
      blocks.add(
          new Sentence(
              "Nobody is to be contacted: all %s customers are left out, each with a reason."
                  .formatted(Format.COUNT.text(considered.get("customers")))));
    } else {
      blocks.add(new Sentence(contacts(totals)));
      blocks.add(new Figures(identity(source, totals)));
      blocks.add(new Sentence(budget(source)));
    }
    blocks.add(new Sentence(limits(considered)));
    blocks.add(new Sentence(evidence(source, considered)));
    blocks.add(
        new Sentence(
            "The plan puts helpful contact in order; vulnerable customers get help only, never an"
                + " offer or an incentive."));
    return blocks;
  }

  /** Sums over the plan; without rows of the plan, all are absent. */
  private static Row totals(Source source) {
    return source
        .query(
            "SELECT MIN(plan_id) AS plan_id, SUM(customers) AS customers, SUM(held_out) AS held_out,"
                + " SUM(baseline_stayers) AS baseline_stayers, SUM(kept) AS kept,"
                + " SUM(value_saved_minor) AS saved, SUM(contact_cost_minor) AS contact,"
                + " SUM(stayer_incentive_minor) AS stayers, SUM(net_minor) AS net,"
                + " SUM(expected_cost_minor) AS cost FROM scores.plan_totals")
        .get(0);
  }

  private static String contacts(Row totals) {
    return "Plan %s: %s customers are to be contacted, and %s more are held out to measure the effect. Of those contacted, %s are expected to stay without any action, and %s to stay because of it; nobody who would have stayed counts as kept."
        .formatted(
            totals.text("plan_id"),
            Format.COUNT.text(totals.get("customers")),
            Format.COUNT.text(totals.get("held_out")),
            Format.DECIMAL_2.text(totals.get("baseline_stayers")),
            Format.DECIMAL_2.text(totals.get("kept")));
  }

  private static List<Figure> identity(Source source, Row totals) {
    Notation amounts = source.amounts().whole();
    double customers = totals.number("customers");
    return List.of(
        Figure.of("Value saved", amounts.text(totals.get("saved"))),
        Figure.of("− Contact cost", amounts.text(totals.get("contact"))),
        Figure.of(
            "− Incentive to those who would have stayed", amounts.text(totals.get("stayers"))),
        Figure.of("= Net", amounts.text(totals.get("net"))),
        Figure.of(
            "Baseline retention",
            Format.PERCENT.text(
                customers == 0 ? null : totals.number("baseline_stayers") / customers)),
        Figure.of("Expected to be spent", amounts.text(totals.get("cost"))));
  }

  private static String budget(Source source) {
    Optional<Row> limit =
        source.query("SELECT * FROM scores.plan_limits WHERE kind = 'budget'").stream().findFirst();
    if (limit.isEmpty()) {
      return "The budget of the plan is not known.";
    }
    double budget = limit.get().number("bound");
    double used = limit.get().number("used");
    Notation amounts = source.amounts().whole();
    if (limit.get().text("mode").equals("unconstrained")) {
      return "The plan is unconstrained: it is expected to spend %s, whatever the budget of %s."
          .formatted(amounts.text(used), amounts.text(budget));
    }
    return "The plan is budgeted: of %s, %s is expected to be spent%s. %s"
        .formatted(
            amounts.text(budget),
            amounts.text(used),
            budget == 0 ? "" : " (" + Format.PERCENT.text(used / budget) + ")",
            more(source, limit.get().number("price")));
  }

  /** What the next major unit of budget would bring. */
  private static String more(Source source, double price) {
    double major = source.tables().money().minorPerMajor();
    return price == 0
        ? "More budget would bring nothing: other limits end the plan first."
        : "%s more would bring %s."
            .formatted(
                source.amounts().exact().text(major), source.amounts().exact().text(major * price));
  }

  private static String limits(Row considered) {
    return considered.number("held_back") == 0
        ? "No capacity, share or budget keeps anybody out of the plan."
        : "Capacities, shares and the budget keep %s customers out for whom an action would pay."
            .formatted(Format.COUNT.text(considered.get("held_back")));
  }

  private static String evidence(Source source, Row considered) {
    Row actions =
        source
            .query(
                "SELECT COUNT(*) AS chosen,"
                    + " SUM(CASE WHEN success_evidence = 'assumed' THEN 1 ELSE 0 END) AS assumed"
                    + " FROM scores.action_plan")
            .get(0);
    String chances =
        "Chances of leaving are measured by a model for %s of %s customers."
            .formatted(
                Format.COUNT.text(considered.number("customers") - considered.number("assumed")),
                Format.COUNT.text(considered.get("customers")));
    return actions.number("chosen") == 0
        ? chances
        : chances
            + " What an action keeps of those who would leave is assumed for %s of %s who were chosen."
                .formatted(
                    Format.COUNT.text(actions.get("assumed")),
                    Format.COUNT.text(actions.get("chosen")));
  }
}
