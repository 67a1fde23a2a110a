package io.growthline.domain.scoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.growthline.domain.monitoring.CheckStatus;
import io.growthline.domain.monitoring.Measured;
import io.growthline.domain.monitoring.PopulationStability;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Calls of a bank that offered a deposit, in the order of time (Moro, Cortez and Rita 2014, "A
 * data-driven approach to predict the success of bank telemarketing").
 */
class BankMarketingTest {
  /** Calls before this share are the past. */
  private static final double PAST = 0.7;

  /** Lines that end the years 2008 and 2009. */
  private static final int[] YEARS = {27_690, 39_130};

  @Test
  void withoutTheDurationOfTheCallRandomPartsAreRankedAsPublished() throws IOException {
    Calls calls = Calls.without("duration");

    double mean =
        IntStream.range(0, 3)
            .mapToDouble(held -> calls.auc(call -> call % 5 != held))
            .average()
            .getAsDouble();

    assertThat(mean, closeTo(0.79, 0.015));
  }

  @Test
  void laterCallsAreRankedHardlyBetterThanByChance() throws IOException {
    Calls calls = Calls.without("duration");

    double auc = calls.auc(call -> call < calls.rows.size() * PAST);

    assertThat(auc, lessThan(0.6));
  }

  @Test
  void theShiftBetweenPastAndLaterCallsIsDetectedAndNamed() throws IOException {
    Calls calls = Calls.without("duration");
    int past = (int) (calls.rows.size() * PAST);
    List<String> shifted = new ArrayList<>();
    for (int feature = 0; feature < calls.names.size(); feature++) {
      Distribution before =
          Distributions.of(calls.names.get(feature), calls.values(feature, 0, past));
      double[] later = calls.values(feature, past, calls.rows.size());
      long[] counts = new long[before.shares().size()];
      for (double value : later) {
        counts[Distributions.bin(before.edges(), value)]++;
      }
      Distribution after = Distributions.of(before.feature(), before.edges(), counts);
      if (PopulationStability.status(PopulationStability.measure(before, after, Measured.ERROR))
          == CheckStatus.FAIL) {
        shifted.add(before.feature());
      }
    }

    assertThat(shifted, hasItems("emp.var.rate", "cons.price.idx", "euribor3m", "nr.employed"));
    assertThat("people are much the same", shifted.contains("housing=yes"), is(false));
  }

  @Test
  void theDurationIsRefusedBecauseItKnowsTheOutcome() throws IOException {
    Calls calls = Calls.without();

    TrainingOutcome outcome =
        new ModelTrainer("calls", calls.names, 1).train(LocalDate.of(2011, 1, 1), calls.rows);

    assertThat(outcome, instanceOf(TrainingOutcome.Untrainable.class));
    assertThat(
        ((TrainingOutcome.Untrainable) outcome).reason(),
        containsString("the input duration seems to know the outcome: alone it ranks better"));
  }

  @Test
  void theDurationTakesMostOfTheErrorOfAllOtherInputs() throws IOException {
    Calls calls = Calls.without();

    Optional<LeakCheck.Suspicion> leak = LeakCheck.find(calls.names, calls.rows);

    assertThat(leak.map(LeakCheck.Suspicion::feature), is(Optional.of("duration")));
    assertThat(leak.get().alone(), closeTo(0.816, 0.01));
    assertThat(leak.get().others(), closeTo(0.794, 0.01));
    assertThat(leak.get().taken(), greaterThan(0.65));
  }

  @Test
  void noOtherInputIsSuspected() throws IOException {
    Calls calls = Calls.without("duration");

    assertThat(LeakCheck.find(calls.names, calls.rows), is(Optional.empty()));
  }

  private record Calls(List<String> names, List<LabelledRow> rows) {
    static Calls without(String... left) throws IOException {
      RealData data = RealData.read("bank_marketing_additional_full.csv", ";");
      String[] out = Arrays.copyOf(left, left.length + 1);
      out[left.length] = "y";
      RealData.Inputs inputs = data.inputsWithout(out);
      List<String> taken = data.texts("y");
      List<String> months = data.texts("month");
      List<LabelledRow> rows =
          IntStream.range(0, taken.size())
              .mapToObj(
                  i ->
                      new LabelledRow(
                          day(i, months.get(i)), inputs.rows().get(i), taken.get(i).equals("yes")))
              .toList();
      return new Calls(inputs.names(), rows);
    }

    private static LocalDate day(int call, String month) {
      int year = call < YEARS[0] ? 2008 : call < YEARS[1] ? 2009 : 2010;
      List<String> months =
          List.of(
              "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
      return LocalDate.of(year, months.indexOf(month) + 1, 1);
    }

    double[] values(int feature, int from, int to) {
      return rows.subList(from, to).stream().mapToDouble(r -> r.features()[feature]).toArray();
    }

    double auc(IntPredicate learned) {
      List<LabelledRow> learn = new ArrayList<>();
      List<LabelledRow> judge = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        (learned.test(i) ? learn : judge).add(rows.get(i));
      }
      boolean[] outcomes = new boolean[judge.size()];
      IntStream.range(0, outcomes.length).forEach(i -> outcomes[i] = judge.get(i).outcome());
      List<double[]> inputs = judge.stream().map(LabelledRow::features).toList();
      return BinaryMetrics.auc(ResponseTrees.grow(learn).probabilities(inputs), outcomes);
    }
  }
}
