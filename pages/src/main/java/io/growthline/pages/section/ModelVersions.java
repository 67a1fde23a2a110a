package io.growthline.pages.section;

import io.growthline.domain.scoring.ModelMetadata;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The versions that score today. */
public final class ModelVersions implements Section {
  private static final List<String> COLUMNS =
      List.of(
          "model",
          "version",
          "as_of",
          "features",
          "train_rows",
          "holdout_from",
          "holdout_rows",
          "base_rate");

  @Override
  public String id() {
    return "versions";
  }

  @Override
  public String title() {
    return "In production";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows = new ArrayList<>();
    source.tables().models().forEach(model -> rows.add(row(model)));
    source
        .tables()
        .demand()
        .ifPresent(
            demand ->
                rows.add(
                    new Row(
                        COLUMNS,
                        Arrays.asList(
                            "pricing",
                            demand.version(),
                            demand.asOf(),
                            null,
                            null,
                            null,
                            null,
                            null))));
    return List.of(
        new Sentence("The version of each model that answers today, and what it was trained on."),
        Grid.of(
                "versions",
                title(),
                new ListedRows(rows),
                List.of(
                    Column.of("model", "Model", Format.TITLE),
                    Column.of("version", "Version", Format.CODE),
                    Column.of("as_of", "Trained as of", Format.DAY),
                    Column.of("features", "Inputs", Format.COUNT),
                    Column.of("train_rows", "Training rows", Format.COUNT),
                    Column.of("holdout_from", "Tested from", Format.DAY),
                    Column.of("holdout_rows", "Test rows", Format.COUNT),
                    Column.of("base_rate", "Base rate", Format.PERCENT)))
            .orElse("No model is in use."));
  }

  private static Row row(ModelMetadata model) {
    return new Row(
        COLUMNS,
        List.of(
            model.name(),
            model.version(),
            model.asOf(),
            (long) model.features().size(),
            model.trainRows(),
            model.holdoutFrom(),
            model.metrics().rows(),
            model.baseRate()));
  }
}
