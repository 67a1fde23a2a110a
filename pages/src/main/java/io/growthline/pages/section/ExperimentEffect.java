package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Drawing;
import io.growthline.pages.Figure;
import io.growthline.pages.Figures;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Notice;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.EffectChart;
import io.growthline.warehouse.Row;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The chosen experiment, and its effect on the primary metric over time. */
public final class ExperimentEffect implements Section {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  @Override
  public String id() {
    return "experiment-effect";
  }

  @Override
  public String title() {
    return "The effect over time";
  }

  @Override
  public List<Block> blocks(Source source) {
    Optional<Row> chosen = ExperimentChoice.chosen(source);
    if (chosen.isEmpty()) {
      return List.of(new Sentence("Without an experiment there is no effect to show."));
    }
    Row experiment = chosen.get();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Sentence(
            "%s, for which %s answers. %s"
                .formatted(
                    Names.title(experiment.text("experiment_id")),
                    experiment.text("owner"),
                    experiment.get("hypothesis") == null ? "" : experiment.text("hypothesis"))));
    if (isMismatch(experiment)) {
      blocks.add(
          new Notice(
              "No effect can be read.",
              "The arms do not have their declared shares. Find out what differs between them%s."
                  .formatted(
                      experiment.get("sample_ratio_fault") == null
                          ? ""
                          : "; at fault: " + experiment.text("sample_ratio_fault"))));
    }
    blocks.add(new Figures(figures(experiment)));
    blocks.addAll(drawings(source, experiment));
    return blocks;
  }

  private static boolean isMismatch(Row experiment) {
    return experiment.get("sample_ratio_p") != null && experiment.number("sample_ratio_p") < 0.001;
  }

  private static List<Figure> figures(Row row) {
    return List.of(
        Figure.of("Memo", row.get("memo") == null ? Format.NONE : row.text("memo")),
        Figure.of("Days run", Format.COUNT.text(row.get("days_run"))),
        Figure.of("Days left", Format.COUNT.text(row.get("days_left"))),
        Figure.of("Customers needed", Format.COUNT.text(row.get("customers_needed"))),
        Figure.of("Sample ratio, p", Format.DECIMAL_4.text(row.get("sample_ratio_p"))),
        Figure.of("In no arm", Format.COUNT.text(row.get("in_no_arm"))));
  }

  private static List<Block> drawings(Source source, Row experiment) {
    Map<String, List<Row>> arms =
        source
            .query(
                "SELECT p.*, r.kind FROM marts.experiment_series AS p"
                    + " JOIN marts.experiment_results AS r ON r.experiment_id = p.experiment_id"
                    + " AND r.metric = p.metric AND r.arm = p.arm AND r.dimension = 'all'"
                    + " WHERE p.experiment_id = @id AND r.role = 'primary'"
                    + " AND p.always_lower IS NOT NULL ORDER BY p.arm, p.measured_on",
                Map.of("id", experiment.text("experiment_id")))
            .stream()
            .collect(
                Collectors.groupingBy(row -> row.text("arm"), TreeMap::new, Collectors.toList()));
    List<Block> drawings = new ArrayList<>();
    arms.forEach((arm, rows) -> drawings.add(drawing(source, experiment, arm, rows)));
    return drawings.isEmpty()
        ? List.of(
            new Sentence(
                "There is no course yet: it begins with 30 customers of each arm whose days are over."))
        : drawings;
  }

  private static Block drawing(Source source, Row experiment, String arm, List<Row> rows) {
    String metric = Names.title(experiment.text("primary_metric"));
    if (rows.size() < 2) {
      return new Sentence(
          "All days of %s ended on one day for %s, so there is no course to draw."
              .formatted(metric, arm));
    }
    return new Drawing(
        "%s, %s against %s".formatted(metric, arm, experiment.text("arms").split(", ")[0]),
        new EffectChart(
            "Effect on " + metric + " by day",
            rows.stream().map(ExperimentEffect::point).toList(),
            ExperimentChoice.unit(source, rows.get(0))),
        "By the day on which customers' days were over. The dark band is the interval for one look"
            + " at the end; the light one holds however often you look.");
  }

  private static EffectChart.Point point(Row row) {
    double effect = row.number("effect");
    return new EffectChart.Point(
        DAY.format(row.date("measured_on")),
        new EffectChart.Range(row.number("lower"), effect, row.number("upper")),
        new EffectChart.Range(row.number("always_lower"), effect, row.number("always_upper")));
  }
}
