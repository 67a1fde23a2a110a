package io.growthline.pipelines.monitor;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.monitoring.RunStatus;
import io.growthline.pipelines.score.ModelFixture;
import io.growthline.pipelines.score.ScoreOptions;
import io.growthline.pipelines.score.ScorePipeline;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.train.TrainOptions;
import io.growthline.pipelines.train.TrainPipeline;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorPipelineTest {
  @TempDir Path data;

  @Test
  void aPopulationLikeThatOfTheHoldOutHasNotDrifted() {
    ModelFixture fixture = new ModelFixture(data);
    fixture.publish();
    TrainPipeline.run(fixture.options(TrainOptions.class));
    ScorePipeline.run(fixture.options(ScoreOptions.class));

    MonitorOptions options = fixture.options(MonitorOptions.class);
    options.setReports(data.resolve("reports").toString());
    aChangeThatNobodyDeclaredAnExperimentForPublishesNothing(options);
    options.setReleaseRules(null);
    StageResult result = MonitorPipeline.run(options);

    assertThat(
        "examples without data are not judged",
        query("SELECT change_id FROM marts.release_decisions"),
        contains(List.of("this_run")));
    assertThat(result.notes(), hasItem(startsWith("Release gate: ")));
    assertThat(
        "a shift that chance explains is none",
        query(
            "SELECT status FROM monitoring.feature_drift WHERE model = 'churn'"
                + " AND feature IN ('score', 'days_since_active')"),
        everyItem(oneOf(List.of("pass"), List.of("withheld"))));
    assertThat(
        query("SELECT verdict FROM monitoring.release_gates WHERE gate = 'churn_score_drift'"),
        everyItem(oneOf(List.of("pass"), List.of("withheld"))));
    assertThat(
        "all have the same tenure today, and had several in the hold-out",
        query(
            "SELECT feature FROM monitoring.feature_drift WHERE model = 'churn' AND status = 'fail'"),
        contains(List.of("tenure_days")));
    assertThat(
        query(
            "SELECT current_rows FROM monitoring.feature_drift WHERE feature = 'days_since_active'"),
        contains(List.of(120L)));
    assertThat(
        query(
            "SELECT count(*), sum(row_count) > 0 FROM monitoring.model_calibration WHERE model = 'churn'"),
        contains(List.of(10L, true)));
    assertThat(
        query("SELECT count(*) FROM monitoring.release_gates WHERE gate = 'overall'"),
        contains(List.of(1L)));
    assertThat(
        "nothing but features and scores is there",
        query("SELECT DISTINCT status, value FROM monitoring.metric_health").toString(),
        is("[[unmapped, null]]"));
    assertThat(
        query(
                "SELECT status, score, missing LIKE '%churn_rate%' FROM monitoring.business_health"
                    + " WHERE domain = 'overall'")
            .toString(),
        is("[[unknown, null, true]]"));
    assertThat(
        query(
            "SELECT column_name FROM monitoring.metric_lineage WHERE metric = 'crash_rate'"
                + " ORDER BY 1"),
        contains(List.of("crashed"), List.of("occurred_at")));
  }

  private void aChangeThatNobodyDeclaredAnExperimentForPublishesNothing(MonitorOptions options) {
    options.setReleaseRules(data.resolve("release").toString());
    write(
        data.resolve("release/changes.yaml"),
        "version: '1'\nchanges:\n  - {id: new_tariff, what: w, owner: o, geo_test: {id: north, metric:"
            + " signups, method: did}}\n");

    UsageException e = assertThrows(UsageException.class, () -> MonitorPipeline.run(options));

    assertThat(
        e.getMessage(),
        endsWith(
            "release/changes.yaml, rule new_tariff, geo_test: id north is unknown; write one of [], or"
                + " declare it"));
    assertThat(query("SELECT * FROM monitoring.release_gates"), is(List.of()));
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aPopulationThatMovedBlocksTheRelease() {
    ModelFixture fixture = new ModelFixture(data);
    fixture.publish();
    TrainPipeline.run(fixture.options(TrainOptions.class));
    fixture.publishEverybodySilent();
    ScorePipeline.run(fixture.options(ScoreOptions.class));

    MonitorOptions options = fixture.options(MonitorOptions.class);
    options.setReports(data.resolve("reports").toString());

    assertThat(MonitorPipeline.run(options).status(), is(RunStatus.BLOCKED));
    assertThat(
        query("SELECT verdict FROM monitoring.release_gates WHERE gate = 'churn_score_drift'"),
        contains(List.of("fail")));
    assertThat(
        query("SELECT decision FROM marts.release_decisions WHERE change_id = 'this_run'"),
        contains(List.of("block")));
  }

  private List<List<Object>> query(String sql) {
    try (SqlWarehouse warehouse = Warehouses.sql(data.resolve("warehouse").toString())) {
      return warehouse.query(sql, Map.of()).rows();
    }
  }
}
