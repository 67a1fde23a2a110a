package io.growthline.domain.uplift;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QiniCurveTest {
  private static final TrialRow TAKER = row(true, true);
  private static final TrialRow REFUSER = row(true, false);
  private static final TrialRow SURE = row(false, true);
  private static final TrialRow LOST = row(false, false);

  /**
   * In order: treated taker, control refuser, treated refuser, control taker. The Qini curve is 1
   * after one row, 1 − 0·1/1 = 1 after two, 1 − 0·2/1 = 1 after three and 1 − 1·2/2 = 0 after four.
   * Its area with steps of a quarter is (0.5 + 1 + 1 + 0.5)/4 = 0.75; the line to 0 has the area 0.
   * The order is the best one, whose corners (0,0), (¼,1), (¾,1), (1,0) enclose 0.75 too. The
   * uplift curve is φ·(r_t/n_t − r_c/n_c): ¼·1, ½·1, ¾·½, 1·0, and its area (0.125 + 0.375 + 0.4375
   * + 0.1875)/4 = 0.28125.
   */
  @Test
  void theAreasOfFourRowsAreThoseOfTheHand() {
    QiniCurve.Areas areas =
        QiniCurve.of(List.of(TAKER, LOST, REFUSER, SURE), new double[] {4, 3, 2, 1}).areas();

    assertThat(areas.qini(), closeTo(0.75 / 2, 1e-12));
    assertThat(areas.coefficient(), closeTo(1, 1e-12));
    assertThat(areas.auuc(), closeTo(0.28125, 1e-12));
  }

  @Test
  void rowsMayComeInAnyOrder() {
    QiniCurve.Areas areas =
        QiniCurve.of(List.of(SURE, TAKER, REFUSER, LOST), new double[] {1, 4, 2, 3}).areas();

    assertThat(areas.coefficient(), closeTo(1, 1e-12));
  }

  @Test
  void theWorstOrderIsWorseThanChance() {
    QiniCurve.Areas areas =
        QiniCurve.of(List.of(SURE, REFUSER, LOST, TAKER), new double[] {4, 3, 2, 1}).areas();

    assertThat(areas.qini(), lessThan(0.0));
  }

  @Test
  void equalScoresAreOneBinAndNoBetterThanChance() {
    QiniCurve curve = QiniCurve.of(List.of(TAKER, LOST, LOST, REFUSER), new double[4]);

    assertThat(curve.size(), is(1));
    assertThat(curve.areas().qini(), closeTo(0, 1e-12));
    assertThat(curve.areas().auuc(), closeTo(0.25, 1e-12));
  }

  @Test
  void manyRowsAreCountedInAHundredBins() {
    Planted planted = new Planted(10_000, 1);

    assertThat(QiniCurve.of(planted.rows, planted.scores).size(), is(100));
  }

  @Test
  void anArmWithoutRowsIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> QiniCurve.of(List.of(TAKER, REFUSER), new double[2]));

    assertThat(error.getMessage(), containsString("2 of 2 are treated"));
  }

  @Test
  void theSameRowsGiveTheSameIntervals() {
    Planted planted = new Planted(2_000, 5);

    assertThat(
        QiniCurve.of(planted.rows, planted.scores).quality(),
        is(QiniCurve.of(planted.rows, planted.scores).quality()));
  }

  /**
   * The score is uniform on 0 to 1 and the effect 0.4 times it. Of the first share φ the mean score
   * is 1 − φ/2, so u(φ)/N_t = 0.4·φ·(1 − φ/2), and the area above the line 0.2·φ is ∫ 0.2·φ −
   * 0.2·φ² = 0.1 − 0.2/3 = 1/30.
   */
  @Test
  void ninetyOfAHundredIntervalsHoldTheTruth() {
    int held = 0;
    int trials = 200;
    for (int seed = 0; seed < trials; seed++) {
      Planted planted = new Planted(3_000, seed);
      QiniCurve.Measure qini = QiniCurve.of(planted.rows, planted.scores).quality().qini();
      if (qini.lower() <= 1 / 30.0 && 1 / 30.0 <= qini.upper()) {
        held++;
      }
    }

    // 180 ± 2.6 standard deviations of a binomial count.
    assertThat(held, allOf(greaterThanOrEqualTo(169), lessThanOrEqualTo(191)));
  }

  @Test
  void aScoreThatSaysNothingIsSeldomTakenForBetterThanChance() {
    int taken = 0;
    for (int seed = 0; seed < 200; seed++) {
      Planted planted = new Planted(2_000, seed);
      List<TrialRow> shuffled = new ArrayList<>(planted.rows);
      Collections.shuffle(shuffled, new Random(seed));
      if (QiniCurve.of(shuffled, planted.scores).quality().qini().isPositive()) {
        taken++;
      }
    }

    // One in twenty by chance: 10 ± 3.1 of 200.
    assertThat(taken, lessThanOrEqualTo(18));
  }

  @Test
  void moreRowsNarrowTheInterval() {
    Planted few = new Planted(1_000, 3);
    Planted many = new Planted(16_000, 3);

    assertThat(width(few) / width(many), greaterThan(2.5));
  }

  private static double width(Planted planted) {
    QiniCurve.Measure qini = QiniCurve.of(planted.rows, planted.scores).quality().qini();
    return qini.upper() - qini.lower();
  }

  private static TrialRow row(boolean treated, boolean outcome) {
    return new TrialRow(0, new double[0], treated, outcome);
  }

  /** Two of three rows are treated; the base rate is 0.2. */
  private static final class Planted {
    final List<TrialRow> rows = new ArrayList<>();
    final double[] scores;

    Planted(int count, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      scores = random.doubles(count).toArray();
      for (double score : scores) {
        boolean treated = random.nextInt(3) > 0;
        rows.add(row(treated, random.nextDouble() < 0.2 + (treated ? 0.4 * score : 0)));
      }
    }
  }
}
