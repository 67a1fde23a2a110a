package io.growthline.pages.section;

import io.growthline.domain.scoring.BinaryMetrics;
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

/** How far churn rules and the churn model say the same. */
public final class RuleAgreement implements Section {
  private static final double TWO_SIDED_90 = 1.6448536269514722;

  // Who the area of a band compares: customers of the band or a higher one, and of lower ones.
  private static final String BANDS =
      "SELECT a.*, SUM(customers) OVER (ORDER BY place DESC) AS upper_customers,"
          + " SUM(customers) OVER () - SUM(customers) OVER (ORDER BY place DESC)"
          + " AS lower_customers FROM (SELECT *, CASE model_band WHEN 'high' THEN 3 WHEN 'medium'"
          + " THEN 2 ELSE 1 END AS place FROM scores.churn_rule_agreement) AS a"
          + " ORDER BY place DESC";

  /** An area under the curve with the ends of its 90 % interval. */
  record Area(double value, double lower, double upper) {
    /**
     * The interval of Hanley and McNeil 1982, equation 2, taken as normal. Where all pairs are in
     * order, or none, it has no width and says nothing; then the ends are those of all areas.
     */
    static Area of(double auc, double upper, double lower) {
      double error = BinaryMetrics.aucStandardError(auc, upper, lower);
      return error > 0
          ? new Area(
              auc, Math.max(0, auc - TWO_SIDED_90 * error), Math.min(1, auc + TWO_SIDED_90 * error))
          : new Area(auc, 0, 1);
    }

    String verdict() {
      if (lower > 0.5) {
        return "so they agree more often than chance would";
      }
      return upper < 0.5
          ? "so they agree less often than chance would"
          : "which may be chance, so whether they agree is open";
    }
  }

  @Override
  public String id() {
    return "rule-agreement";
  }

  @Override
  public String title() {
    return "Rules beside the model";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> bands = source.query(BANDS);
    if (bands.isEmpty()) {
      return List.of(
          new Sentence(
              "No customer has a score of the churn model, so there is nothing to compare: where"
                  + " chances of leaving are needed, rules decide, and plans call them assumed."));
    }
    return List.of(
        new Sentence(finding(bands)),
        new Sentence(
            "It compares two opinions; neither is the outcome. In order is the share of pairs, one"
                + " customer of the band or a higher one and one of a lower band, whom the rules put in"
                + " the order of the model; 50% is chance."),
        Grid.of(
            "rule-agreement",
            title(),
            new ListedRows(bands),
            List.of(
                Column.of("model_band", "By the model", Format.STATUS),
                Column.of("customers", "Customers", Format.COUNT),
                Column.of("critical", "Critical by rules", Format.COUNT),
                Column.of("high", "High", Format.COUNT),
                Column.of("medium", "Medium", Format.COUNT),
                Column.of("low", "Low", Format.COUNT),
                Column.of("mean_rule_score", "Mean score of rules", Format.DECIMAL_2),
                Column.of("auc", "In order", Format.PERCENT),
                Column.composed("90% interval", RuleAgreement::interval))));
  }

  private static String finding(List<Row> bands) {
    return bands.stream()
        .filter(row -> row.text("model_band").equals("high") && row.get("auc") != null)
        .findFirst()
        .map(RuleAgreement::finding)
        .orElse("Nobody is in band high of the model, or everybody, so bands cannot be compared.");
  }

  private static String finding(Row high) {
    return "Whom the model puts in band high, the rules score above others in %s of pairs (90%% interval %s), %s. Of these %s customers, rules call %s critical or high and %s low."
        .formatted(
            Format.PERCENT.text(high.get("auc")),
            interval(high),
            area(high).verdict(),
            Format.COUNT.text(high.get("customers")),
            Format.COUNT.text(high.number("critical") + high.number("high")),
            Format.COUNT.text(high.get("low")));
  }

  private static Area area(Row row) {
    return Area.of(row.number("auc"), row.number("upper_customers"), row.number("lower_customers"));
  }

  private static String interval(Row row) {
    if (row.get("auc") == null) {
      return Format.NONE;
    }
    Area area = area(row);
    return Format.PERCENT.text(area.lower()) + " to " + Format.PERCENT.text(area.upper());
  }
}
