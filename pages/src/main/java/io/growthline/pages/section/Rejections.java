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

/** Records that were refused, by reason. */
public final class Rejections implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT source, code, COUNT(*) AS records, MIN(cause) AS example"
              + " FROM monitoring.dead_letters WHERE status = 'open' GROUP BY source, code",
          "records DESC, source, code",
          Map.of());

  @Override
  public String id() {
    return "rejected";
  }

  @Override
  public String title() {
    return "Rejected records";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence("Kept whole as dead letters; nothing is lost."),
        Grid.of(
                "rejected",
                title(),
                ROWS,
                List.of(
                    Column.of("source", "Source", Format.CODE),
                    Column.of("code", "Because", Format.CODE),
                    Column.of("records", "Records", Format.COUNT),
                    Column.of("example", "For example", Format.SENTENCE)))
            .orElse("No record is rejected."));
  }
}
