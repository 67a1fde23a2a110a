package io.growthline.domain.uplift;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.growthline.domain.scoring.RealData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The e-mail test of Hillstrom's shop: 64,000 customers, chance chose one of two e-mails or none.
 */
class HillstromTest {
  private record Trial(List<TrialRow> rows, Difference effect, QiniCurve.Quality quality) {}

  @Test
  void theMensEmailBringsMoreVisitsAndItCannotBeToldToWhom() throws IOException {
    Trial trial = trial("Mens E-Mail");

    assertThat(trial.rows().size(), is(21_307 + 21_306));
    assertThat(trial.effect().estimate(), closeTo(0.0766, 5e-5));
    assertThat(trial.effect().lower(), closeTo(0.0710, 5e-5));
    assertThat(trial.effect().upper(), closeTo(0.0822, 5e-5));
    assertThat(trial.quality().qini().isPositive(), is(false));
    assertThat(trial.quality().coefficient().upper(), lessThan(0.03));
  }

  @Test
  void theWomensEmailBringsMoreVisitsAndItCanBeToldToWhom() throws IOException {
    Trial trial = trial("Womens E-Mail");

    assertThat(trial.effect().estimate(), closeTo(0.0452, 5e-5));
    assertThat(trial.quality().qini().isPositive(), is(true));
    assertThat(trial.quality().coefficient().estimate(), closeTo(0.060, 0.005));
    assertThat(trial.quality().coefficient().lower(), greaterThan(0.04));
    assertThat(trial.quality().auuc().estimate(), greaterThan(trial.effect().estimate() / 2));
  }

  private static Trial trial(String mail) throws IOException {
    RealData data =
        RealData.read("hillstrom.csv", ",")
            .where("segment", arm -> arm.equals(mail) || arm.equals("No E-Mail"));
    List<double[]> inputs =
        data.inputsWithout("history_segment", "segment", "visit", "conversion", "spend").rows();
    List<String> arms = data.texts("segment");
    List<String> visits = data.texts("visit");
    List<TrialRow> rows = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      rows.add(
          new TrialRow(
              i % TLearner.FOLDS,
              inputs.get(i),
              arms.get(i).equals(mail),
              visits.get(i).equals("1")));
    }
    Difference effect =
        Difference.of(
            count(rows, true, false),
            count(rows, true, true),
            count(rows, false, false),
            count(rows, false, true));
    return new Trial(rows, effect, QiniCurve.of(rows, TLearner.crossFitted(rows)).quality());
  }

  private static long count(List<TrialRow> rows, boolean treated, boolean takersAlone) {
    return rows.stream()
        .filter(row -> row.treated() == treated && (row.outcome() || !takersAlone))
        .count();
  }
}
