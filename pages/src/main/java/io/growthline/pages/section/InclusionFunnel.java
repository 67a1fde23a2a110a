package io.growthline.pages.section;

import io.growthline.domain.inclusion.InclusionFunnelStep;
import io.growthline.pages.Block;
import io.growthline.pages.Drawing;
import io.growthline.pages.Format;
import io.growthline.pages.Panels;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Funnel;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where applicants are lost by digital confidence, and where help from a person is due. */
public final class InclusionFunnel implements Section {
  private static final List<String> BANDS = List.of("low", "medium", "high");
  private static final String ROWS =
      "SELECT * FROM marts.inclusion_funnel ORDER BY CASE digital_confidence WHEN 'low' THEN 0"
          + " WHEN 'medium' THEN 1 WHEN 'high' THEN 2 WHEN 'unknown' THEN 3 ELSE 4 END,"
          + " needs_assisted, step_number";

  @Override
  public String id() {
    return "inclusion";
  }

  @Override
  public String title() {
    return "Digital inclusion";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows = source.query(ROWS);
    if (rows.isEmpty()) {
      return List.of(new Sentence("No applicant has had 30 days to go through onboarding yet."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Sentence(assisted(rows)));
    blocks.add(
        new Panels(
            BANDS.stream()
                .filter(band -> !steps(rows, band).isEmpty())
                .map(
                    band ->
                        new Panels.Panel(
                            "Digital confidence: " + band,
                            List.of(
                                new Drawing("", new Funnel("Onboarding", steps(rows, band)), ""))))
                .toList()));
    List<Row> later = rows.stream().filter(row -> row.number("step_number") > 1).toList();
    Intervals intervals =
        Intervals.of(later, "abandonment_rate", row -> row.text("step") + ", " + confidence(row));
    blocks.add(
        Grid.of(
                "inclusion-abandonment",
                "Abandonment by digital confidence",
                new ListedRows(later),
                List.of(
                    Column.of("digital_confidence", "Digital confidence", Format.TITLE),
                    Column.of("needs_assisted", "May need help", Format.TITLE),
                    Column.of("step", "Step", Format.TITLE),
                    Column.of("customers_entering", "Entering", Format.COUNT),
                    Column.of("customers_reaching", "Reaching", Format.COUNT),
                    Column.of("abandonment_rate", "Abandoned", Format.PERCENT),
                    Intervals.text(),
                    intervals.drawn(),
                    Column.words("assisted_route", "Assisted route", InclusionFunnel::route)))
            .filteredBy(
                Filter.allowed(
                    InclusionFunnelStep.class, "digital_confidence", "Digital confidence"),
                Filter.allowed(InclusionFunnelStep.class, "needs_assisted", "May need help")));
    return blocks;
  }

  /** Where help is recommended, by digital confidence. */
  static String assisted(List<Row> rows) {
    String where =
        rows.stream()
            .filter(row -> BANDS.contains(row.text("digital_confidence")))
            .filter(row -> row.text("needs_assisted").equals("all"))
            .filter(row -> Boolean.TRUE.equals(row.get("assisted_route")))
            .map(
                row ->
                    "%s with %s (%s abandon, %s)"
                        .formatted(
                            Format.TITLE.text(row.get("step")).toLowerCase(Locale.ROOT),
                            confidence(row),
                            Format.PERCENT.text(row.get("abandonment_rate")),
                            Intervals.text(row)))
            .collect(Collectors.joining("; "));
    return where.isEmpty()
        ? "At no step is abandonment so high that help from a person is recommended for a whole"
            + " band of digital confidence."
        : "Help from a person is recommended at: " + where + ".";
  }

  private static String confidence(Row row) {
    return row.text("digital_confidence") + " digital confidence";
  }

  private static String route(Row row) {
    Object route = row.get("assisted_route");
    return route == null ? Format.NONE : Boolean.TRUE.equals(route) ? "recommended" : "not needed";
  }

  private static List<Funnel.Step> steps(List<Row> rows, String band) {
    return rows.stream()
        .filter(row -> row.text("digital_confidence").equals(band))
        .filter(row -> row.text("needs_assisted").equals("all"))
        .map(
            row ->
                new Funnel.Step(
                    Format.TITLE.text(row.get("step")),
                    row.number("customers_reaching"),
                    Boolean.TRUE.equals(row.get("assisted_route"))))
        .toList();
  }
}
