package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is to be done, what it is expected to bring, and for whom nothing is done. */
public final class InterventionPlan implements Section {
  private static final SqlRows ACTIONS =
      new SqlRows(
          "SELECT action, SUM(customers) AS customers, SUM(held_out) AS held_out,"
              + " SUM(value_saved_minor) AS saved_minor, SUM(contact_cost_minor) AS contact_minor,"
              + " SUM(stayer_incentive_minor) AS stayers_minor, SUM(net_minor) AS net_minor"
              + " FROM scores.plan_totals GROUP BY action",
          "net_minor DESC, action",
          Map.of());

  private final PlanSummary summary = new PlanSummary();

  @Override
  public String id() {
    return "intervention-plan";
  }

  @Override
  public String title() {
    return "Intervention plan";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Block> blocks = new ArrayList<>(summary.blocks(source));
    blocks.add(
        Grid.of(
                "intervention-plan",
                "The plan by action",
                ACTIONS,
                List.of(
                    Column.of("action", "Action", Format.TITLE),
                    Column.of("customers", "Contacted", Format.COUNT),
                    Column.of("held_out", "Held out", Format.COUNT),
                    Column.of("saved_minor", "Value saved", source.amounts().whole()),
                    Column.of("contact_minor", "− Contact cost", source.amounts().whole()),
                    Column.of("stayers_minor", "− Incentive to stayers", source.amounts().whole()),
                    Column.of("net_minor", "= Net", source.amounts().whole())))
            .orElse("No action is planned."));
    blocks.add(LeftOut.reasons(source, LeftOut.REASON));
    return blocks;
  }
}
