package io.growthline.pages.section;

import io.growthline.domain.scoring.JournalEntry;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What was decided on the versions of all models. */
public final class ModelHistory implements Section {
  private static final List<String> COLUMNS =
      List.of("at", "model", "version", "stage", "decided_by", "reason", "result");

  @Override
  public String id() {
    return "history";
  }

  @Override
  public String title() {
    return "Decisions on versions";
  }

  @Override
  public List<Block> blocks(Source source) {
    ModelRegistry registry = source.tables().registry();
    List<Row> rows =
        registry.models().stream()
            .flatMap(model -> registry.history(model).stream().map(entry -> row(model, entry)))
            .sorted(Comparator.comparing((Row row) -> (Instant) row.get("at")).reversed())
            .toList();
    return List.of(
        new Sentence("Who moved which version to which stage, why, and on which result."),
        Grid.of(
                "history",
                title(),
                new ListedRows(rows),
                List.of(
                    Column.of("at", "When", Format.TIME),
                    Column.of("model", "Model", Format.TITLE),
                    Column.of("version", "Version", Format.CODE),
                    Column.of("stage", "Stage", Format.STATUS),
                    Column.of("decided_by", "By", Format.TEXT),
                    Column.of("reason", "Why", Format.SENTENCE),
                    Column.of("result", "Result", Format.SENTENCE)))
            .filteredBy(
                new Filter(
                    "stage", "Stage", List.of("candidate", "shadow", "production", "archived")))
            .orElse("No version was ever registered."));
  }

  private static Row row(String model, JournalEntry entry) {
    return new Row(
        COLUMNS,
        List.of(
            entry.at(),
            model,
            entry.version(),
            entry.stage().id(),
            entry.by(),
            entry.why(),
            entry.result()));
  }
}
