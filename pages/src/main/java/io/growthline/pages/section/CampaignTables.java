package io.growthline.pages.section;

import io.growthline.domain.campaign.CampaignOutcome;
import io.growthline.domain.campaign.CampaignSimulation;
import io.growthline.domain.campaign.Sensitivity;
import io.growthline.domain.campaign.Sensitivity.Term;
import io.growthline.pages.Amounts;
import io.growthline.pages.Block;
import io.growthline.pages.Drawing;
import io.growthline.pages.Format;
import io.growthline.pages.Source;
import io.growthline.pages.campaign.CampaignStatements;
import io.growthline.pages.chart.LineChart;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.Arrays;
import java.util.List;

/** Tables and the chart of a simulated campaign. */
final class CampaignTables {
  private static final List<String> OUTCOME =
      List.of(
          "contacted",
          "contacts",
          "leavers",
          "kept",
          "value_saved_minor",
          "contact_cost_minor",
          "stayer_incentive_minor",
          "net_minor",
          "net_lower_minor",
          "net_upper_minor",
          "return_on_cost",
          "cost_per_kept_minor");
  private static final List<String> SENSITIVITY =
      List.of(
          "term",
          "share",
          "amount_minor",
          "asked",
          "net_minor",
          "net_lower_minor",
          "net_upper_minor");
  private static final List<String> LEFT_OUT = List.of("reason", "customers", "words");

  private final CampaignSimulation simulation;
  private final Source source;
  private final Amounts amounts;

  CampaignTables(CampaignSimulation simulation, Source source) {
    this.simulation = simulation;
    this.source = source;
    this.amounts = source.amounts();
  }

  /** Nobody, everybody, and only those whose expected value is above 0. */
  Block comparison() {
    return Grid.of(
        "campaign-comparison",
        "Whom to contact",
        new ListedRows(
            List.of(
                outcome("Nobody (baseline)", baseline(simulation.everybody())),
                outcome("Everybody in the audience", simulation.everybody()),
                outcome("Only who is worth it", simulation.worthwhile()))),
        List.of(
            Column.of("contacted", "Contacted", Format.TEXT),
            Column.of("contacts", "Contacts", Format.COUNT),
            Column.of("leavers", "Would leave", Format.COUNT),
            Column.of("kept", "Kept", Format.COUNT),
            Column.of("value_saved_minor", "Saved", amounts.whole()),
            Column.of("contact_cost_minor", "Contacts cost", amounts.whole()),
            Column.of("stayer_incentive_minor", "To stayers", amounts.whole()),
            Column.of("net_minor", "Net", amounts.whole()),
            Column.composed("90% interval", this::interval),
            Column.of("return_on_cost", "Net over cost", Format.DECIMAL_2),
            Column.of("cost_per_kept_minor", "Cost per kept", amounts.whole())));
  }

  /** The net by the share of leavers kept. */
  Block bySuccess() {
    return new Drawing(
        "",
        new LineChart(
            "Net of contacting everybody by share of leavers kept, with its 90 percent interval",
            simulation.sensitivity().stream()
                .filter(point -> point.term() == Term.SUCCESS)
                .map(
                    point ->
                        new LineChart.Point(
                            Format.PERCENT.text(point.share()),
                            point.netMinor(),
                            point.netLowerMinor(),
                            point.netUpperMinor(),
                            point.asked()))
                .toList(),
            source.unit("minor")),
        "Net of contacting everybody by the share of leavers kept, were it certain; the share asked for is marked.");
  }

  /** The net by each term. */
  Block sensitivity() {
    return Grid.of(
            "campaign-sensitivity",
            "If a term were another",
            new ListedRows(simulation.sensitivity().stream().map(CampaignTables::point).toList()),
            List.of(
                Column.of("term", "Term", Format.TITLE),
                Column.composed("If it were", this::term),
                Column.of("net_minor", "Net of everybody", amounts.whole()),
                Column.composed("90% interval", this::interval),
                Column.words("asked", "As asked", row -> row.flag("asked") ? "yes" : "")))
        .inPagesOf(16);
  }

  /** Who is not contacted, by reason. */
  Block leftOut() {
    return Grid.of(
            "campaign-left-out",
            "Who matches but is left out",
            new ListedRows(
                simulation.leftOut().entrySet().stream()
                    .map(
                        reason ->
                            row(
                                LEFT_OUT,
                                reason.getKey().text(),
                                reason.getValue(),
                                reason.getKey().words()))
                    .toList()),
            List.of(
                Column.of("reason", "Left out", Format.TITLE),
                Column.of("customers", "Customers", Format.COUNT),
                Column.of("words", "Why", Format.SENTENCE)))
        .orElse("Nobody who matches is left out.");
  }

  /** The audience one by one, the most valuable first. */
  static Block targets(CampaignStatements statements, Amounts amounts) {
    return Grid.of(
            "campaign-targets",
            "Whom to contact first",
            new SqlRows(
                statements.targets(),
                "expected_value_minor DESC, customer_id",
                statements.parameters()),
            List.of(
                Column.of("customer_id", "Customer", Format.TEXT).linked(Customers::address),
                Column.of("behavioural_segment", "Segment", Format.TITLE),
                Column.of("value_band", "Value", Format.RANK),
                Column.of("churn", "Chance of leaving", Format.PERCENT),
                Column.of("churn_evidence", "Evidence", Format.TITLE),
                Column.of("value_minor", "Lost then", amounts.whole()),
                Column.of("expected_cost_minor", "Expected cost", amounts.exact()),
                ActionQueue.expectedValue(amounts),
                ActionQueue.interval(amounts)))
        .inPagesOf(15)
        .orElse("Nobody is in the audience.");
  }

  static String interval(CampaignOutcome outcome, Amounts amounts) {
    return amounts.whole().text(outcome.netLowerMinor())
        + " to "
        + amounts.whole().text(outcome.netUpperMinor());
  }

  private String interval(Row row) {
    return row.get("net_lower_minor") == null
        ? Format.NONE
        : amounts.whole().text(row.get("net_lower_minor"))
            + " to "
            + amounts.whole().text(row.get("net_upper_minor"));
  }

  private String term(Row row) {
    return row.get("share") == null
        ? amounts.exact().text(row.get("amount_minor"))
        : Format.PERCENT.text(row.get("share"));
  }

  /** What the audience does when nobody is contacted: it costs and brings nothing. */
  private static CampaignOutcome baseline(CampaignOutcome everybody) {
    return new CampaignOutcome(
        0, everybody.leavers(), everybody.stayers(), 0, 0, 0, 0, 0, 0, 0, 0, null, null);
  }

  private static Row outcome(String contacted, CampaignOutcome outcome) {
    return row(
        OUTCOME,
        contacted,
        outcome.contacts(),
        outcome.leavers(),
        outcome.kept(),
        outcome.valueSavedMinor(),
        outcome.contactCostMinor(),
        outcome.stayerIncentiveMinor(),
        outcome.netMinor(),
        outcome.netLowerMinor(),
        outcome.netUpperMinor(),
        outcome.returnOnCost(),
        outcome.costPerKeptMinor());
  }

  private static Row point(Sensitivity point) {
    return row(
        SENSITIVITY,
        point.term().text(),
        point.share(),
        point.amountMinor(),
        point.asked(),
        point.netMinor(),
        point.netLowerMinor(),
        point.netUpperMinor());
  }

  private static Row row(List<String> columns, Object... values) {
    return new Row(columns, Arrays.asList(values));
  }
}
