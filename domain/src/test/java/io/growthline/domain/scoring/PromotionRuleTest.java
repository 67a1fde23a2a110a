package io.growthline.domain.scoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.monitoring.GateRules;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromotionRuleTest {
  private static final String OLD = "2026-01-01-aa";
  private static final String NEW = "2026-02-01-bb";
  private static final Decision PERSON = new Decision("Ada", "Too many calls", "");

  private final ModelRegistry registry = new ModelRegistry(new MemoryModelStore());
  private final PromotionRule rule = new PromotionRule(registry, GateRules.standard());

  @Test
  void aCandidateWhoseGatesDoNotFailGoesIntoProductionAndTheJournalSaysWhy() {
    assertThat(rule.apply(candidate(OLD, 0.8), "run-1"), is(Optional.empty()));

    JournalEntry entry = registry.promotion("churn").orElseThrow();
    assertThat(entry.version(), is(OLD));
    assertThat(entry.by(), is("run run-1"));
    assertThat(entry.result(), is("churn_auc pass, churn_skill pass, churn_calibration pass"));
  }

  @Test
  void aCandidateThatFailsAGateWaitsAndTheOlderVersionStays() {
    rule.apply(candidate(OLD, 0.8), "run-1");

    assertThat(
        rule.apply(candidate(NEW, 0.55), "run-2"),
        is(
            Optional.of(
                "Model churn 2026-02-01-bb waits for 'growthline models promote': The churn model"
                    + " ranks leavers above stayers in 55.00 % of pairs (AUC). Interval 53.45 % to 56.53 % on 2,500 rows. Version"
                    + " 2026-01-01-aa stays in production.")));
    assertThat(registry.production("churn"), is(Optional.of(OLD)));
  }

  @Test
  void fewRowsDoNotCondemnACandidate() {
    TrainedModel few =
        ModelRegistryTest.model(OLD, new ModelMetrics(60, 15, 0.55, 0.1, 0.2, 0.3, 0.02, 0.1));
    registry.register("churn", OLD, few.files(), PERSON);

    assertThat(rule.apply(few, "run-1"), is(Optional.empty()));
    assertThat(registry.promotion("churn").orElseThrow().why(), is("No gate fails."));
    assertThat(
        registry.promotion("churn").orElseThrow().result(),
        is("churn_auc withheld, churn_skill withheld, churn_calibration withheld"));
  }

  @Test
  void afterARollbackOnlyAPersonPromotes() {
    rule.apply(candidate(OLD, 0.8), "run-1");
    rule.apply(candidate(NEW, 0.8), "run-2");
    registry.rollback("churn", PERSON);

    assertThat(
        rule.apply(candidate("2026-03-01-cc", 0.8), "run-3"),
        is(
            Optional.of(
                "Model churn 2026-03-01-cc waits for 'growthline models promote': Ada rolled the"
                    + " model back: Too many calls. Version 2026-01-01-aa stays in production.")));

    registry.promote("churn", "2026-03-01-cc", PERSON);
    assertThat(rule.apply(candidate("2026-04-01-dd", 0.8), "run-4"), is(Optional.empty()));
  }

  @Test
  void aVersionThatWasReplacedIsNotPromotedAgainByItself() {
    TrainedModel old = candidate(OLD, 0.8);
    rule.apply(old, "run-1");
    rule.apply(candidate(NEW, 0.8), "run-2");

    assertThat(
        rule.apply(old, "run-3"),
        is(
            Optional.of(
                "Model churn 2026-01-01-aa waits for 'growthline models promote': It is in stage"
                    + " archived. Version 2026-02-01-bb stays in production.")));
  }

  @Test
  void theVersionInProductionStaysThereWithoutAnotherEntry() {
    TrainedModel model = candidate(OLD, 0.8);
    rule.apply(model, "run-1");
    int entries = registry.history("churn").size();

    assertThat(rule.apply(model, "run-2"), is(Optional.empty()));
    assertThat(registry.history("churn").size(), is(entries));
  }

  private TrainedModel candidate(String version, double auc) {
    TrainedModel model =
        ModelRegistryTest.model(
            version, new ModelMetrics(10_000, 2_500, auc, 0.1, 0.2, 0.3, 0.02, 0.01));
    registry.register("churn", version, model.files(), PERSON);
    return model;
  }
}
