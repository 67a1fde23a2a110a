package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Bar;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** How far inputs and scores have moved since the models were tested. */
public final class Drift implements Section {
  private static final double FULL_PSI = 0.5;
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT * FROM monitoring.feature_drift",
          "model DESC, psi DESC NULLS LAST, feature",
          Map.of());

  @Override
  public String id() {
    return "drift";
  }

  @Override
  public String title() {
    return "Drift";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            summary(source)
                + " Population stability index against the hold-out of each model: from 0.1 worth a"
                + " look, from 0.25 a shift, unless chance explains it."),
        Grid.of(
                "drift",
                title(),
                ROWS,
                List.of(
                    Column.of("model", "Model", Format.TITLE),
                    Column.of("feature", "Feature", Format.FEATURE),
                    Column.of("psi", "PSI", Format.DECIMAL_3),
                    Column.of("lower", "at least", Format.DECIMAL_3),
                    Column.of("upper", "at most", Format.DECIMAL_3),
                    Column.drawn("Size", Drift::bar),
                    Column.of("status", "Status", Format.STATUS),
                    Column.of("current_rows", "Rows compared", Format.COUNT)))
            .filteredBy(new Filter("status", "Status", List.of("fail", "warn", "pass", "withheld")))
            .orElse("There is nothing to compare."));
  }

  private static Bar bar(Row row) {
    double psi = row.get("psi") == null ? 0 : row.number("psi");
    return new Bar(
        psi / FULL_PSI, row.text("status"), "PSI " + Format.DECIMAL_3.text(row.get("psi")));
  }

  private static String summary(Source source) {
    Row count =
        source
            .query(
                "SELECT COUNT(*) AS measured, SUM(CASE WHEN status IN ('warn', 'fail') THEN 1 ELSE 0"
                    + " END) AS moved FROM monitoring.feature_drift")
            .get(0);
    if (count.number("measured") == 0) {
      return "There is no model in use whose reference could be compared.";
    }
    return count.number("moved") == 0
        ? "No input and no score has moved beyond chance since the models were tested."
        : "%s of %s inputs and scores have moved since the models were tested."
            .formatted(
                Format.COUNT.text(count.get("moved")), Format.COUNT.text(count.get("measured")));
  }
}
