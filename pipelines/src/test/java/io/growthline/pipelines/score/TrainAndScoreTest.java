package io.growthline.pipelines.score;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import io.growthline.domain.scoring.Decision;
import io.growthline.domain.scoring.JournalEntry;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelStage;
import io.growthline.domain.scoring.Scored;
import io.growthline.domain.scoring.ScoringModel;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.train.TrainOptions;
import io.growthline.pipelines.train.TrainPipeline;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainAndScoreTest {
  private static final Decision PERSON = new Decision("A person", "A test.", "");

  @TempDir Path data;

  @Test
  void modelsAreTrainedFromTheMartsAndScoreThoseWhoAreStillThere() {
    ModelFixture fixture = new ModelFixture(data);
    fixture.publish();

    StageResult trained = TrainPipeline.run(fixture.options(TrainOptions.class));
    StageResult scored = ScorePipeline.run(fixture.options(ScoreOptions.class));

    assertThat(
        trained.notes(),
        contains(
            startsWith("Model churn 2026-01-01-"),
            startsWith("Model activation 2026-01-01-"),
            is("The response model was not trained: there are no labelled rows.")));
    // 120 customers, and the accounts that are 3 to 7 days old, two a day.
    assertThat(scored.tables().get("scores.customer_scores"), is(120L + 10L));
    assertThat(
        query("SELECT model, count(*) FROM scores.customer_scores GROUP BY 1 ORDER BY 1"),
        contains(List.of("activation", 10L), List.of("churn", 120L)));
    assertThat(
        query("SELECT customer_id FROM scores.customer_scores WHERE vulnerable_customer"),
        contains(List.of("000007")));
    assertThat(
        query(
            "SELECT s.band, r.text FROM scores.customer_scores s JOIN scores.score_reasons r"
                + " USING (customer_id, model) WHERE customer_id = '000000' AND position = 1"),
        hasItem(List.of("high", "No activity in the last 59 days")));
    assertThat(
        query("SELECT max(position) FROM scores.score_reasons GROUP BY customer_id, model").stream()
            .map(row -> (Long) row.get(0))
            .toList(),
        everyItem(lessThanOrEqualTo(3L)));
  }

  @Test
  void theRegistryScoresAsThePipelineDid() {
    ModelFixture fixture = new ModelFixture(data);
    fixture.publish();
    TrainPipeline.run(fixture.options(TrainOptions.class));
    ScorePipeline.run(fixture.options(ScoreOptions.class));

    ModelRegistry registry = registry();
    ScoringModel model = registry.load("churn", registry.production("churn").orElseThrow());
    List<Object> row =
        query(
                "SELECT "
                    + String.join(", ", model.features())
                    + ", score FROM scores.customer_scores JOIN marts.customer_features_latest"
                    + " USING (customer_id) WHERE customer_id = '000000'")
            .get(0);
    double[] features = new double[model.features().size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = row.get(i) == null ? Double.NaN : ((Number) row.get(i)).doubleValue();
    }
    Scored scored = model.score(features);
    assertThat(scored.probability(), closeTo((Double) row.get(features.length), 1e-12));
  }

  @Test
  void trainingAndScoringTwiceChangesNothing() {
    ModelFixture fixture = new ModelFixture(data);
    fixture.publish();
    StageResult first = TrainPipeline.run(fixture.options(TrainOptions.class));
    ScorePipeline.run(fixture.options(ScoreOptions.class));
    List<List<Object>> before = query("SELECT * FROM scores.customer_scores ORDER BY 1, 2");
    StageResult second = TrainPipeline.run(fixture.options(TrainOptions.class));
    ScorePipeline.run(fixture.options(ScoreOptions.class));

    assertThat(second.notes(), is(first.notes()));
    assertThat(query("SELECT * FROM scores.customer_scores ORDER BY 1, 2"), is(before));
    assertThat(
        registry().history("churn").stream().map(JournalEntry::stage).toList(),
        contains(ModelStage.CANDIDATE, ModelStage.PRODUCTION));
  }

  @Test
  void withoutMartsNothingIsTrainedAndNobodyIsScoredAndBothSaySo() {
    ModelFixture fixture = new ModelFixture(data);

    StageResult trained = TrainPipeline.run(fixture.options(TrainOptions.class));
    StageResult scored = ScorePipeline.run(fixture.options(ScoreOptions.class));

    assertThat(
        trained.notes(),
        contains(
            "The churn model was not trained: there are no labelled rows.",
            "The activation model was not trained: there are no labelled rows.",
            "The response model was not trained: there are no labelled rows."));
    assertThat(
        scored.tables(),
        is(
            Map.of(
                "scores.customer_scores", 0L,
                "scores.score_reasons", 0L,
                "scores.shadow_scores", 0L)));
    assertThat(scored.notes().size(), greaterThan(1));
  }

  @Test
  void aVersionInShadowScoresBesideProductionAndNobodyElseSeesIt() {
    ModelFixture fixture = new ModelFixture(data);
    fixture.publish();
    TrainPipeline.run(fixture.options(TrainOptions.class));
    String production = registry().production("churn").orElseThrow();
    copyAs("churn", production, "another");
    registry().shadow("churn", "another", PERSON);

    ScorePipeline.run(fixture.options(ScoreOptions.class));

    assertThat(
        query("SELECT model_version, count(*) FROM scores.shadow_scores GROUP BY 1"),
        contains(List.of(production, 120L)));
    assertThat(
        query("SELECT count(*) FROM scores.customer_scores WHERE model = 'churn'"),
        contains(List.of(120L)));
  }

  @Test
  void aModelThatWasRolledBackWaitsForAPerson() {
    ModelFixture fixture = new ModelFixture(data);
    fixture.publish();
    TrainPipeline.run(fixture.options(TrainOptions.class));
    String production = registry().production("churn").orElseThrow();
    copyAs("churn", production, "better");
    registry().promote("churn", "better", PERSON);
    registry().rollback("churn", PERSON);
    fixture.publishEverybodySilent();
    TrainOptions later = fixture.options(TrainOptions.class);
    later.setAsOf("2025-12-01");

    StageResult trained = TrainPipeline.run(later);

    assertThat(
        trained.notes().get(0),
        allOf(
            startsWith("Model churn 2025-12-01-"),
            endsWith(
                "waits for 'growthline models promote': A person rolled the model back: A test."
                    + " Version "
                    + production
                    + " stays in production.")));
    assertThat(registry().production("churn"), is(Optional.of(production)));
  }

  private ModelRegistry registry() {
    return new ModelRegistry(new FileSystemsStore(data.resolve("models").toString()));
  }

  /** Registers the files of a version again under another name. */
  private void copyAs(String model, String version, String other) {
    FileSystemsStore store = new FileSystemsStore(data.resolve("models").toString());
    String folder = model + "/" + version + "/";
    Map<String, byte[]> files = new HashMap<>();
    for (String path : store.list(folder)) {
      files.put(path.substring(folder.length()), store.read(path).orElseThrow());
    }
    registry().register(model, other, files, PERSON);
  }

  private List<List<Object>> query(String sql) {
    try (SqlWarehouse warehouse = Warehouses.sql(data.resolve("warehouse").toString())) {
      return warehouse.query(sql, Map.of()).rows();
    }
  }
}
