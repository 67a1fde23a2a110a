package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** What became of all records that came in. */
public final class Sources implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT source, table_name, read, written, duplicates, dead_lettered, filtered, late,"
              + " CASE WHEN read = written + duplicates + dead_lettered + filtered THEN 'pass'"
              + " ELSE 'fail' END AS balance FROM monitoring.source_accounts",
          "source, table_name",
          Map.of());

  @Override
  public String id() {
    return "sources";
  }

  @Override
  public String title() {
    return "Sources";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "Every record that was read is accounted for: written, duplicate, rejected or filtered."),
        Grid.of(
                "sources",
                title(),
                ROWS,
                List.of(
                    Column.of("source", "Source", Format.CODE),
                    Column.of("table_name", "Table", Format.CODE),
                    Column.of("read", "Read", Format.COUNT),
                    Column.of("written", "Written", Format.COUNT),
                    Column.of("duplicates", "Duplicates", Format.COUNT),
                    Column.of("dead_lettered", "Rejected", Format.COUNT),
                    Column.of("filtered", "Filtered", Format.COUNT),
                    Column.of("late", "Late", Format.COUNT),
                    Column.of("balance", "Balance", Format.STATUS)))
            .orElse("Nothing has come in."));
  }
}
