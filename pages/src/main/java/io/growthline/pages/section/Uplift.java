package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.List;

/** What offers change, and whether it can be told for whom. */
public final class Uplift implements Section {

  @Override
  public String id() {
    return "uplift";
  }

  @Override
  public String title() {
    return "Uplift of offers";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> effects =
        source.query(
            "SELECT * FROM marts.offer_effects WHERE segment = 'all'"
                + " ORDER BY offer_id, control_arm, arm");
    List<Row> quality = source.query("SELECT * FROM marts.uplift_quality ORDER BY offer_id, arm");
    return List.of(
        new Sentence(
            "What an arm of a trial changed: the share of customers who took the product, less that"
                + " of the arm compared with, with its 90% interval. An effect whose interval"
                + " includes 0 is withheld."),
        effects(effects),
        new Sentence(
            "Whether a model can tell for whom an offer works: 0 is an order by chance. Where the"
                + " interval is not above 0, everybody counts with the average effect."),
        quality(quality));
  }

  private static Block effects(List<Row> rows) {
    Intervals intervals = new Intervals(rows, "effect", "lower", "upper", Uplift::label);
    return Grid.of(
            "uplift",
            "Effects of offers",
            new ListedRows(rows),
            List.of(
                Column.of("offer_id", "Offer", Format.TITLE),
                Column.of("arm", "Arm", Format.TITLE),
                Column.of("control_arm", "Against", Format.TITLE),
                Column.of("treated", "Customers", Format.COUNT),
                Column.of("control", "Compared with", Format.COUNT),
                Column.of("effect", "Effect", Format.PERCENT),
                Intervals.text(),
                intervals.drawn(),
                Column.of("verdict", "Verdict", Format.STATUS),
                Column.of("verdict_reason", "Note", Format.SENTENCE)))
        .orElse("No offer was shown in a trial, so it is not known what offers change.");
  }

  private static Block quality(List<Row> rows) {
    Intervals intervals =
        new Intervals(
            rows,
            "qini_coefficient",
            "qini_coefficient_lower",
            "qini_coefficient_upper",
            Uplift::label);
    return Grid.of(
            "uplift-quality",
            "Qini of uplift models",
            new ListedRows(rows),
            List.of(
                Column.of("offer_id", "Offer", Format.TITLE),
                Column.of("arm", "Arm", Format.TITLE),
                Column.of("treated", "Customers", Format.COUNT),
                Column.of("control", "Holdout", Format.COUNT),
                Column.of("qini_coefficient", "Qini coefficient", Format.DECIMAL_3),
                Column.composed(
                    "90% interval",
                    row ->
                        row.get("qini_coefficient") == null
                            ? Format.NONE
                            : Format.DECIMAL_3.text(row.get("qini_coefficient_lower"))
                                + " to "
                                + Format.DECIMAL_3.text(row.get("qini_coefficient_upper"))),
                intervals.drawn(),
                Column.of("verdict", "Verdict", Format.STATUS),
                Column.of("verdict_reason", "Note", Format.SENTENCE)))
        .orElse("No trial can be judged.");
  }

  private static String label(Row row) {
    return "90% interval of " + row.text("offer_id").replace('_', ' ') + ", " + row.text("arm");
  }
}
