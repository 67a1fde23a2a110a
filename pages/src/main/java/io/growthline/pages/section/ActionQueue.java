package io.growthline.pages.section;

import io.growthline.domain.decision.ActionPlan;
import io.growthline.pages.Amounts;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.Preset;
import io.growthline.pages.grid.SqlRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who is to be contacted, by whom and how. Who is held out is not in it. */
public final class ActionQueue implements Section {
  /** Who is contacted, with the place by expected value, effort, and how sure the gain is. */
  static final String CONTACTS =
      "SELECT *, CASE WHEN place <= 20 THEN 'top_20' WHEN place <= 100 THEN '21_to_100'"
          + " ELSE 'after_100' END AS standing, CASE WHEN expected_cost_minor <= mean_cost_minor"
          + " THEN 'low' ELSE 'high' END AS effort, CASE WHEN expected_value_lower_minor > 0"
          + " THEN 'sure' ELSE 'open' END AS gain, CASE WHEN vulnerable_customer THEN 'help_only'"
          + " ELSE 'none' END AS protection FROM (SELECT *,"
          + " ROW_NUMBER() OVER (ORDER BY expected_value_minor DESC, customer_id) AS place,"
          + " AVG(expected_cost_minor) OVER () AS mean_cost_minor"
          + " FROM scores.action_plan WHERE arm = 'treated') AS contacts";

  static final String ORDER = "expected_value_minor DESC, customer_id";

  private static final String TITLE = "Who is contacted, by whom";

  private static final SqlRows ROWS = new SqlRows(CONTACTS, ORDER, Map.of());

  @Override
  public String id() {
    return "queue";
  }

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "The most expected value first; priority is the place in the list of each owner. Effort is"
                + " low where a contact costs no more than the mean, and the gain is sure where it is"
                + " above 0 even at the lower end of its interval. Customers who are held out are not"
                + " listed, because nobody contacts them."),
        grid(source));
  }

  static Grid grid(Source source) {
    Filter owners = filter(source, "owner", "Owner");
    return Grid.of(
            "queue",
            TITLE,
            ROWS,
            List.of(
                Column.of("customer_id", "Customer", Format.TEXT).linked(Customers::address),
                Column.of("action", "Action", Format.TITLE).over("kind", Format.TEXT),
                Column.of("owner", "Owner", Format.TITLE).over("channel", Format.TITLE),
                Column.of("segment", "Segment", Format.TITLE),
                Column.of("value_band", "Value", Format.RANK),
                Column.of("effort", "Effort", Format.TITLE),
                expectedValue(source.amounts()),
                interval(source.amounts()),
                Column.of("churn", "Chance of leaving", Format.PERCENT),
                Column.of("priority", "Priority", Format.COUNT)))
        .filteredBy(
            new Filter("standing", "Priority", List.of("top_20", "21_to_100", "after_100")),
            owners,
            new Filter("effort", "Effort", List.of("low", "high")),
            new Filter("gain", "Gain", List.of("sure", "open")),
            filter(source, "action", "Action"),
            filter(source, "segment", "Segment"),
            Filter.allowed(ActionPlan.class, "value_band", "Value"),
            new Filter("protection", "Protection", List.of("help_only", "none")))
        .withPresets(presets(owners))
        .withDownload("Decision brief", "/actions/brief.md")
        .inPagesOf(15)
        .orElse("Nobody is to be contacted.");
  }

  private static List<Preset> presets(Filter owners) {
    List<Preset> presets =
        new ArrayList<>(
            List.of(
                new Preset("Everybody", Map.of()),
                new Preset("Top 20", Map.of("standing", "top_20")),
                new Preset("Quick wins", QuickWins.FILTERS),
                new Preset("High value", Map.of("value_band", "high")),
                new Preset("Help for vulnerable customers", Map.of("protection", "help_only"))));
    owners
        .values()
        .forEach(
            owner ->
                presets.add(new Preset("Owner: " + Names.title(owner), Map.of("owner", owner))));
    return presets;
  }

  static Column expectedValue(Amounts amounts) {
    return Column.of("expected_value_minor", "Expected value", amounts.whole());
  }

  static Column interval(Amounts amounts) {
    return Column.composed(
        "90% interval",
        row ->
            amounts.whole().text(row.get("expected_value_lower_minor"))
                + " to "
                + amounts.whole().text(row.get("expected_value_upper_minor")));
  }

  private static Filter filter(Source source, String column, String title) {
    return new Filter(
        column,
        title,
        source
            .query(
                "SELECT DISTINCT %1$s FROM scores.action_plan WHERE arm = 'treated' ORDER BY %1$s"
                    .formatted(column))
            .stream()
            .map(row -> row.text(column))
            .toList());
  }
}
