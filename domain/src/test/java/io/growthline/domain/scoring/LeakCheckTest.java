package io.growthline.domain.scoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeakCheckTest {
  private static final List<String> NAMES = List.of("habit", "echo", "copy", "written_after");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @Test
  void anInputThatWasWrittenWithTheOutcomeIsSuspected() {
    Optional<LeakCheck.Suspicion> leak = LeakCheck.find(NAMES, rows(4_000, true));

    assertThat(leak.map(LeakCheck.Suspicion::feature), is(Optional.of("written_after")));
    assertThat(leak.get().alone(), greaterThan(leak.get().others()));
    assertThat(leak.get().taken(), greaterThan(LeakCheck.LEAST_TAKEN));
  }

  @Test
  void aStrongInputWhoseWordOthersShareIsNotSuspected() {
    assertThat(LeakCheck.find(NAMES, rows(4_000, false)), is(Optional.empty()));
  }

  @Test
  void fewRowsSayTooLittle() {
    assertThat(LeakCheck.find(NAMES, rows(LeakCheck.LEAST_ROWS - 1, true)), is(Optional.empty()));
  }

  @Test
  void aModelWithSuchAnInputIsNotTrainedAndTheReasonNamesTheInput() {
    TrainingOutcome outcome = new ModelTrainer("toy", NAMES, 1).train(DAY, rows(4_000, true));

    assertThat(
        ((TrainingOutcome.Untrainable) outcome).reason(),
        containsString("the input written_after seems to know the outcome"));
  }

  // The first three inputs know a part of the outcome, and the same part; the last knows it whole.
  private static List<LabelledRow> rows(int count, boolean leak) {
    SplittableRandom random = new SplittableRandom(3);
    List<LabelledRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double habit = random.nextDouble();
      boolean outcome = random.nextDouble() < 0.1 + 0.8 * habit * habit;
      double last = leak && outcome ? 0.7 + random.nextDouble() : random.nextDouble();
      double[] features = {
        habit, habit + 0.05 * random.nextDouble(), habit - 0.05 * random.nextDouble(), last
      };
      rows.add(new LabelledRow(DAY.plusDays((long) i * 300 / count - 400), features, outcome));
    }
    return rows;
  }
}
