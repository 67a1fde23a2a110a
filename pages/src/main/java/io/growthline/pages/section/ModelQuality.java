package io.growthline.pages.section;

import io.growthline.domain.scoring.ModelMetadata;
import io.growthline.domain.scoring.ModelMetrics;
import io.growthline.pages.Block;
import io.growthline.pages.Drawing;
import io.growthline.pages.Figure;
import io.growthline.pages.Figures;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Panels;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Reliability;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Locale;

/** How well each model in use predicts. */
public final class ModelQuality implements Section {

  @Override
  public String id() {
    return "quality";
  }

  @Override
  public String title() {
    return "Models";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<ModelMetadata> models = source.tables().models();
    if (models.isEmpty()) {
      return List.of(new Sentence("No model is in use."));
    }
    List<Row> bins =
        source.query(
            "SELECT c.model, c.mean_predicted, c.observed_rate, c.row_count AS n"
                + " FROM monitoring.model_calibration c ORDER BY c.model, c.bin");
    return List.of(
        new Panels(
            models.stream()
                .map(
                    model ->
                        new Panels.Panel(Names.title(model.name()) + " model", panel(model, bins)))
                .toList()));
  }

  private static List<Block> panel(ModelMetadata model, List<Row> bins) {
    ModelMetrics metrics = model.metrics();
    double skill = 1 - metrics.brier() / metrics.baselineBrier();
    return List.of(
        new Sentence(
            String.format(
                Locale.ROOT,
                "Given one customer to whom it happened and one to whom it did not, the model ranks"
                    + " them rightly %.0f times of 100; its squared error is %.0f%% %s the base rate's.",
                metrics.auc() * 100,
                Math.abs(skill) * 100,
                skill >= 0 ? "below" : "above")),
        new Figures(
            List.of(
                Figure.of("AUC", Format.DECIMAL_3.text(metrics.auc())),
                Figure.of("Brier", Format.DECIMAL_4.text(metrics.brier())),
                Figure.of("Base rate Brier", Format.DECIMAL_4.text(metrics.baselineBrier())),
                Figure.of("Calibration error", Format.PERCENT.text(metrics.calibrationError())))),
        new Drawing(
            "",
            new Reliability(
                "Predicted against observed " + model.name() + " on the hold-out",
                bins.stream()
                    .filter(bin -> bin.text("model").equals(model.name()))
                    .map(
                        bin ->
                            new Reliability.Bin(
                                bin.number("mean_predicted"),
                                bin.number("observed_rate"),
                                (long) bin.number("n")))
                    .toList()),
            ""),
        new Sentence(
            "What was predicted against what happened, in tenths of %s rows from %s; the dashed line is perfect. Version %s."
                .formatted(
                    Format.COUNT.text(metrics.rows()),
                    Format.DAY.text(model.holdoutFrom()),
                    model.version())));
  }
}
