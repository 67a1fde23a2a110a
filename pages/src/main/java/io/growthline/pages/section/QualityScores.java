package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** How good the data of each table are, the worst first. */
public final class QualityScores implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT * FROM monitoring.data_quality_scores",
          "overall NULLS LAST, table_name",
          Map.of());

  @Override
  public String id() {
    return "quality";
  }

  @Override
  public String title() {
    return "Quality of the data";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "From 0 to 100 %, the worst table first. A dash was not judged; the last column says why."),
        Grid.of(
                "quality",
                title(),
                ROWS,
                List.of(
                    Column.of("table_name", "Table", Format.CODE),
                    Column.of("status", "Status", Format.STATUS),
                    Column.of("overall", "Overall", Format.PERCENT),
                    Column.of("completeness", "Complete", Format.PERCENT),
                    Column.of("uniqueness", "Unique", Format.PERCENT),
                    Column.of("validity", "Valid", Format.PERCENT),
                    Column.of("integrity", "Linked", Format.PERCENT),
                    Column.of("freshness", "Fresh", Format.PERCENT),
                    Column.of("volume", "Volume", Format.PERCENT),
                    Column.of("rejected", "Rejected", Format.COUNT),
                    Column.of("business_risk", "Risk", Format.SENTENCE)
                        .over("withheld_because", Format.SENTENCE)))
            .filteredBy(new Filter("status", "Status", List.of("ok", "warn", "bad", "critical", "withheld")))
            .inPagesOf(12)
            .orElse("No table was judged yet."));
  }
}
