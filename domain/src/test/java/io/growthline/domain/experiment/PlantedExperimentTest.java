package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.simulate.CustomerSimulator;
import io.growthline.domain.simulate.Period;
import io.growthline.domain.simulate.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The marts of experiments hold the effects that were planted in the synthetic bank. */
class PlantedExperimentTest {
  private static final ExperimentDeclarations DECLARED = ExperimentDeclarations.standard();
  private static final ExperimentResults RESULTS = new ExperimentResults(DECLARED);
  private static final ExperimentSeries SERIES = new ExperimentSeries(DECLARED);
  private static final ExperimentSummaries SUMMARIES = new ExperimentSummaries(DECLARED);
  private static final Period PERIOD = Period.ofMonths(4);

  private static final Counts<ExperimentCell> RESULT_SUMS = RESULTS.empty();
  private static final Counts<ExperimentCell> SERIES_SUMS = SERIES.empty();
  private static final Counts<ExperimentCell> SUMMARY_SUMS = SUMMARIES.empty();

  static {
    CustomerSimulator simulator = new CustomerSimulator(World.standard(), PERIOD, 7);
    for (int i = 0; i < 1_500; i++) {
      CustomerAsOf customer =
          CustomerAsOf.of("C%06d".formatted(i), simulator.simulate(i), PERIOD.end());
      RESULTS.count(customer, RESULT_SUMS);
      SERIES.count(customer, SERIES_SUMS);
      SUMMARIES.count(customer, SUMMARY_SUMS);
    }
  }

  private static final List<ExperimentResult> ROWS = RESULTS.rows(RESULT_SUMS, PERIOD.end());
  private static final List<ExperimentSummary> EXPERIMENTS =
      SUMMARIES.rows(SUMMARY_SUMS, PERIOD.end());

  @Test
  void theArmsHaveTheirShares() {
    assertThat(EXPERIMENTS.get(0).exposed(), greaterThan(600L));
    assertThat(EXPERIMENTS.get(0).sampleRatioP(), greaterThan(0.001));
    assertThat(EXPERIMENTS.get(0).inNoArm(), is(0L));
  }

  @Test
  void theChecklistBringsTheDepositsThatWerePlanted() {
    ExperimentResult funded = result("funded");

    // The planted logit of 0.6 on the control's share of those who use the account (97 %) is 7 to 9
    // points.
    double share = funded.controlMean() / 0.97;
    double odds = share / (1 - share) * Math.exp(0.6);
    double planted = 0.97 * (odds / (1 + odds) - share);
    assertThat(planted, both(greaterThan(0.05)).and(lessThan(0.1)));
    assertThat(planted, both(greaterThan(funded.lower())).and(lessThan(funded.upper())));
    assertThat(funded.lower(), greaterThan(0.0));
    assertThat(funded.verdict(), is("ok"));
  }

  @Test
  void theChecklistBringsMoreTransactionsInTheFirstDays() {
    assertThat(result("transactions").relativeLower(), greaterThan(0.0));
  }

  @Test
  void nothingWasPlantedOnComplaints() {
    ExperimentResult complained = result("complained");

    assertThat(complained.lower(), lessThan(0.0));
    assertThat(complained.upper(), both(greaterThan(0.0)).and(lessThan(0.05)));
  }

  @Test
  void theMemoShipsTheChecklist() {
    assertThat(EXPERIMENTS.get(0).memo(), is("ship"));
    assertThat(EXPERIMENTS.get(0).memoReason(), containsString("funded +"));
  }

  @Test
  void theSeriesEndsAtTheResult() {
    List<ExperimentPoint> funded =
        SERIES.rows(SERIES_SUMS, PERIOD.end()).stream()
            .filter(point -> point.metric().equals("funded"))
            .toList();
    ExperimentPoint last = funded.get(funded.size() - 1);

    assertThat(last.effect(), closeTo(result("funded").effect(), 1e-12));
    assertThat(last.alwaysLower(), lessThan(last.lower()));
  }

  @Test
  void nothingIsLeftOfTheHoldOutButChance() {
    ExperimentSummary holdout = EXPERIMENTS.get(1);

    assertThat(holdout.exposed(), greaterThan(300L));
    assertThat(holdout.sampleRatioP(), greaterThan(0.001));
  }

  private static ExperimentResult result(String metric) {
    return ROWS.stream()
        .filter(row -> row.experimentId().equals("onboarding_checklist"))
        .filter(row -> row.metric().equals(metric) && row.dimension().equals("all"))
        .findFirst()
        .orElseThrow();
  }
}
