package io.growthline.domain.geo;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class DifferenceInDifferencesTest {
  private static final DifferenceInDifferences METHOD = new DifferenceInDifferences();

  /**
   * Card and Krueger 1994, "Minimum wages and employment", AER 84, table 3: employment in New
   * Jersey from 20.44 to 21.03, in Pennsylvania from 23.33 to 21.17, a difference of 2.76. Their
   * means are rounded, so 2.75 comes of them.
   */
  @Test
  void minimumWagesInNewJersey() {
    Comparison states =
        new Comparison(new double[][] {{20.44, 21.03}}, new double[][] {{23.33, 21.17}}, 1);

    assertThat(METHOD.fit(states).att(), closeTo(2.75, 1e-9));
  }

  @Test
  void itIsTheCoefficientOfARegressionOnRegionsAndDaysWithErrorsClusteredByRegion() {
    double[][] all = {
      {10, 12, 11, 18, 17, 19},
      {7, 9, 8, 12, 15, 11},
      {20, 21, 23, 22, 24, 23},
      {5, 4, 6, 7, 5, 8},
      {13, 15, 14, 14, 17, 16}
    };
    Comparison comparison =
        new Comparison(new double[][] {all[0], all[1]}, new double[][] {all[2], all[3], all[4]}, 3);
    double[][] x = new double[30][10];
    double[] y = new double[30];
    for (int row = 0; row < 30; row++) {
      int region = row / 6;
      int day = row % 6;
      y[row] = all[region][day];
      x[row][0] = region < 2 && day >= 3 ? 1 : 0;
      if (region > 0) {
        x[row][region] = 1;
      }
      if (day > 0) {
        x[row][4 + day] = 1;
      }
    }
    OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
    ols.newSampleData(y, x);

    assertThat(METHOD.fit(comparison).att(), closeTo(ols.estimateRegressionParameters()[1], 1e-9));
    assertThat(
        METHOD.standardError(comparison).orElseThrow(),
        closeTo(clustered(ols.estimateResiduals(), x), 1e-9));
  }

  // By Frisch, Waugh and Lovell: the treatment regressed on all else leaves what identifies it.
  private static double clustered(double[] residuals, double[][] x) {
    double[] treatment = new double[x.length];
    double[][] rest = new double[x.length][9];
    for (int row = 0; row < x.length; row++) {
      treatment[row] = x[row][0];
      System.arraycopy(x[row], 1, rest[row], 0, 9);
    }
    OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
    ols.newSampleData(treatment, rest);
    double[] left = ols.estimateResiduals();
    double[] scores = new double[5];
    double squares = 0;
    for (int row = 0; row < left.length; row++) {
      scores[row / 6] += left[row] * residuals[row];
      squares += left[row] * left[row];
    }
    double sum = 0;
    for (double score : scores) {
      sum += score * score;
    }
    return Math.sqrt(5.0 / 4 * sum) / squares;
  }

  @Test
  void ofThreeRegionsEachMayHaveBeenTheTreatedOne() {
    // Changes 6, 1 and 2: the differences are 4.5, −3 and −1.5.
    Comparison comparison =
        new Comparison(new double[][] {{0, 6}}, new double[][] {{0, 1}, {0, 2}}, 1);

    assertThat(METHOD.p(comparison), closeTo(1.0 / 3, 1e-12));
    assertThat(METHOD.interval(comparison).isSigned(), is(false));
  }

  @Test
  void withoutAnEffectOneIsSeenAboutAsOftenAsAllowed() {
    int seeds = 300;
    int seen = 0;
    int left = 0;
    for (int seed = 0; seed < seeds; seed++) {
      Comparison comparison = Regions.withoutEffect(1_000 + seed, 12, 2, 0.3);
      seen += METHOD.p(comparison) <= 0.1 ? 1 : 0;
      Interval interval = METHOD.interval(Regions.with(7, comparison));
      left += interval.lower() > 7 || interval.upper() < 7 ? 1 : 0;
    }

    assertThat((double) seen / seeds, allOf(greaterThan(0.05), lessThan(0.14)));
    assertThat("the interval is the test turned round", left, is(seen));
  }
}
