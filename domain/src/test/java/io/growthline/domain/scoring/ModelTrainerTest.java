package io.growthline.domain.scoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ModelTrainerTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);
  private static final List<String> FEATURES = List.of("days_since_active", "last_nps");
  private static final ModelTrainer TRAINER = new ModelTrainer("churn", FEATURES, 30);

  @Test
  void theModelFindsTheDriverAndBeatsTheBaseRate() {
    TrainedModel model = trained(rows(12, 200));
    ModelMetrics metrics = model.metadata().metrics();
    assertThat(metrics.auc(), greaterThan(0.7));
    assertThat(metrics.brier(), lessThan(metrics.baselineBrier()));
    assertThat(metrics.calibrationError(), lessThan(0.1));
    Scored idle = scoring(model).score(new double[] {60, Double.NaN});
    Scored busy = scoring(model).score(new double[] {0, Double.NaN});
    assertThat(idle.probability(), greaterThan(busy.probability()));
    assertThat(idle.reasons().get(0).text(), is("No activity in the last 60 days"));
    assertThat(idle.reasons().get(0).contribution(), greaterThan(0.0));
    assertThat(busy.reasons().get(0).contribution(), lessThan(0.0));
  }

  @Test
  void theSameRowsGiveTheSameBytesAndVersion() {
    TrainedModel first = trained(rows(12, 200));
    TrainedModel second = trained(rows(12, 200));
    assertThat(first.trees(), equalTo(second.trees()));
    assertThat(first.metadata(), is(second.metadata()));
    assertThat(first.reference(), is(second.reference()));
  }

  @Test
  void otherRowsGiveAnotherVersion() {
    TrainedModel first = trained(rows(12, 200));
    TrainedModel second = trained(rows(12, 210));
    assertThat(first.metadata().version(), not(second.metadata().version()));
  }

  @Test
  void noLabelOfATrainingRowIsKnownOnlyAfterTheHoldOutStarts() {
    TimeSplit split = TimeSplit.of(rows(12, 10), 30);
    assertThat(split.holdout().size(), greaterThan(rows(12, 10).size() / 5));
    assertThat(
        split.validation().stream().map(r -> r.day().plusDays(30)).toList(),
        everyItem(not(greaterThan(split.holdoutFrom()))));
    assertThat(
        split.train().stream().map(r -> r.day().plusDays(30)).toList(),
        everyItem(not(greaterThan(split.validationFrom()))));
  }

  @Test
  void withoutRowsTheReasonIsSaid() {
    assertThat(
        reason(List.of()), is("The churn model was not trained: there are no labelled rows."));
  }

  @Test
  void fewRowsAreNotEnough() {
    assertThat(reason(rows(3, 10)), containsString("30 labelled rows, at least 200 are needed"));
  }

  @Test
  void oneClassIsNotEnough() {
    List<LabelledRow> stayed =
        rows(12, 50).stream().map(r -> new LabelledRow(r.day(), r.features(), false)).toList();
    assertThat(reason(stayed), containsString("the outcome happened 0 times"));
  }

  @Test
  void rowsOfOneDayCannotBeSplitByTime() {
    assertThat(reason(rows(1, 400)), containsString("no training rows known before"));
  }

  @Test
  void contributionsAndBaseAddUpToTheScore() {
    TrainedModel model = trained(rows(12, 200));
    Trees trees = new Trees(model.trees());
    List<double[]> row = List.of(new double[] {45, 3});
    double sum = 0;
    for (float part : trees.contributions(row)[0]) {
      sum += part;
    }
    assertThat(sum, closeTo(trees.margins(row)[0], 1e-4));
  }

  private static TrainedModel trained(List<LabelledRow> rows) {
    TrainingOutcome outcome = TRAINER.train(AS_OF, rows);
    assertThat(outcome, instanceOf(TrainingOutcome.Trained.class));
    return ((TrainingOutcome.Trained) outcome).model();
  }

  private static String reason(List<LabelledRow> rows) {
    TrainingOutcome outcome = TRAINER.train(AS_OF, rows);
    assertThat(outcome, instanceOf(TrainingOutcome.Untrainable.class));
    return ((TrainingOutcome.Untrainable) outcome).reason();
  }

  private static ScoringModel scoring(TrainedModel model) {
    return new ScoringModel(model.metadata(), model.trees());
  }

  /**
   * Churn grows with days of silence; the recommendation answer says nothing and is often absent.
   */
  private static List<LabelledRow> rows(int months, int customers) {
    SplittableRandom random = new SplittableRandom(7);
    List<LabelledRow> rows = new ArrayList<>();
    for (int month = 0; month < months; month++) {
      LocalDate day = LocalDate.of(2024, 1, 1).plusMonths(month);
      for (int customer = 0; customer < customers; customer++) {
        double silence = random.nextInt(61);
        double nps = random.nextInt(3) == 0 ? random.nextInt(11) : Double.NaN;
        boolean churned = random.nextDouble() < 0.02 + 0.5 * silence / 60;
        rows.add(new LabelledRow(day, new double[] {silence, nps}, churned));
      }
    }
    return rows;
  }
}
