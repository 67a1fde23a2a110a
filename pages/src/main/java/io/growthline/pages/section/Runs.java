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

/** What runs did, the newest first. */
public final class Runs implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT run_id, MIN(started_at) AS started_at, MAX(as_of) AS as_of,"
              + " COALESCE(MAX(CASE WHEN kind = 'stage' AND status = 'failed' THEN status END),"
              + " MAX(CASE WHEN kind = 'stage' THEN status END)) AS status,"
              + " SUM(CASE WHEN kind = 'stage' THEN 1 ELSE 0 END) AS stages,"
              + " SUM(CASE WHEN kind = 'stage' THEN seconds END) AS seconds,"
              + " SUM(CASE WHEN kind = 'source' THEN row_count ELSE 0 END) AS records,"
              + " SUM(CASE WHEN kind = 'source' THEN dead_lettered ELSE 0 END) AS dead_lettered"
              + " FROM monitoring.run_manifests GROUP BY run_id",
          "started_at DESC, run_id",
          Map.of());

  @Override
  public String id() {
    return "runs";
  }

  @Override
  public String title() {
    return "Runs";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence("Each run, how long its stages took, and what became of the records it read."),
        Grid.of(
                "runs",
                title(),
                ROWS,
                List.of(
                    Column.of("run_id", "Run", Format.CODE),
                    Column.of("started_at", "Began", Format.TIME),
                    Column.of("status", "Status", Format.STATUS),
                    Column.of("as_of", "As of", Format.DAY),
                    Column.of("stages", "Stages", Format.COUNT),
                    Column.of("seconds", "Seconds", Format.COUNT),
                    Column.of("records", "Records read", Format.COUNT),
                    Column.of("dead_lettered", "Rejected", Format.COUNT)))
            .inPagesOf(8)
            .orElse("No run has been recorded yet."));
  }
}
