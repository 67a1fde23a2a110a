package io.growthline.pipelines.marts;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.pipelines.ingest.IngestOptions;
import io.growthline.pipelines.ingest.IngestPipeline;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a late file changes in figures that had been published. */
class RestatedFiguresTest {
  private static final String RESTATED =
      "SELECT run_id, previous_run_id, published_before, published_now, difference, late_rows,"
          + " late_rows_by_table, CAST(first_occurred_at AS DATE) AS first_day"
          + " FROM monitoring.restatements WHERE metric = 'nps' AND dimension = 'all' ORDER BY ALL";

  @TempDir Path directory;

  @Test
  void aLateFileRestatesExactlyTheFiguresThatItChanges() throws IOException {
    answer("a1", "c1", "2026-01-10", "2026-01-10", 10);
    answer("a2", "c1", "2026-02-10", "2026-02-10", 10);
    run("run-1", "2026-03-02");
    assertThat("of the first run", query("SELECT * FROM monitoring.restatements"), is(empty()));

    run("run-2", "2026-03-02", "--rebuild=true");
    assertThat("of a rebuild", query("SELECT * FROM monitoring.restatements"), is(empty()));

    answer("a3", "c2", "2026-01-20", "2026-03-05", 0);
    run("run-3", "2026-03-06");
    List<List<Object>> restated = query(RESTATED);
    assertThat(
        restated.toString(),
        is("[[run-3, run-2, 100.0, 0.0, -100.0, 1, raw.nps_responses 1, 2026-01-20]]"));
    assertThat(
        query("SELECT DISTINCT period_start FROM monitoring.restatements").toString(),
        is("[[2026-01-01]]"));

    run("run-4", "2026-03-06", "--rebuild=true");
    assertThat("after a rebuild", query(RESTATED), is(restated));
    assertThat(
        query("SELECT DISTINCT run_id FROM monitoring.kpi_publications"),
        contains(List.<Object>of("run-4")));
  }

  private void answer(String id, String customer, String day, String ingested, int score)
      throws IOException {
    Path file = directory.resolve("landing/nps_responses/" + id + ".jsonl");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        {"event_id":"%1$s","idempotency_key":"%1$s","customer_id":"%2$s",\
        "occurred_at":"%3$sT10:00:00Z","ingested_at":"%4$sT10:00:01Z","schema_version":2,\
        "source":"survey","score":%5$d,"channel":"app"}
        """
            .formatted(id, customer, day, ingested, score));
  }

  private void run(String runId, String asOf, String... more) {
    IngestOptions ingest = options(runId).as(IngestOptions.class);
    ingest.setLanding(directory.resolve("landing").toString());
    IngestPipeline.run(ingest);
    MartsOptions marts = options(runId, more);
    marts.setAsOf(asOf);
    MartsPipeline.run(marts);
  }

  private MartsOptions options(String runId, String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = "--targetParallelism=1";
    System.arraycopy(more, 0, arguments, 1, more.length);
    MartsOptions options = PipelineOptionsFactory.fromArgs(arguments).as(MartsOptions.class);
    options.setWarehouse(directory.resolve("warehouse").toString());
    options.setRunId(runId);
    return options;
  }

  private List<List<Object>> query(String sql) {
    try (SqlWarehouse warehouse = Warehouses.sql(directory.resolve("warehouse").toString())) {
      return warehouse.query(sql, Map.of()).rows();
    }
  }
}
