package io.growthline.domain.inclusion;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.uplift.Difference;
import io.growthline.domain.uplift.Wilson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeGapsTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-06-01");

  @Test
  void aGapWhoseIntervalIsAboveTenPointsIsLarge() {
    OutcomeGap gap = only(group("higher", "low", 200, 80), group("higher", "high", 200, 140));

    assertThat(gap.higherGroup(), is("high"));
    assertThat(gap.lowerGroup(), is("low"));
    assertThat(gap.gap(), closeTo(0.3, 1e-12));
    assertThat(gap.lower(), greaterThan(0.10));
    assertThat(gap.size(), is("large"));
    assertThat(gap.verdict(), is("ok"));
    assertThat(gap.worseGroup(), is("low"));
  }

  @Test
  void whereALowRateIsGoodTheGroupWithTheHighOneFaresWorse() {
    OutcomeGap gap = only(group("lower", "low", 200, 140), group("lower", "high", 200, 80));

    assertThat(gap.worseGroup(), is("low"));
  }

  @Test
  void aGapBetweenBothThresholdsIsNotable() {
    OutcomeGap gap =
        only(group("higher", "low", 5_000, 2_000), group("higher", "high", 5_000, 2_400));

    assertThat(gap.lower(), greaterThan(0.05));
    assertThat(gap.lower(), lessThan(0.10));
    assertThat(gap.size(), is("notable"));
  }

  @Test
  void anIntervalAcrossTheThresholdGivesNoVerdict() {
    OutcomeGap gap = only(group("higher", "low", 100, 40), group("higher", "high", 100, 50));

    assertThat(gap.gap(), closeTo(0.1, 1e-12));
    assertThat(gap.verdict(), is("inconclusive"));
    assertThat(gap.size(), is(nullValue()));
    assertThat(gap.worseGroup(), is(nullValue()));
    assertThat(gap.verdictReason(), is("The interval includes 5 points."));
  }

  @Test
  void anIntervalBelowTheThresholdSaysThatTheGapIsSmallAndNobodyFaresWorse() {
    OutcomeGap gap =
        only(group("higher", "low", 10_000, 4_000), group("higher", "high", 10_000, 4_100));

    assertThat(gap.size(), is("small"));
    assertThat(gap.worseGroup(), is(nullValue()));
  }

  @Test
  void groupsThatAreTooSmallOrUnknownAreNotCompared() {
    OutcomeGap gap =
        only(
            group("higher", "low", 29, 0),
            group("higher", "high", 200, 140),
            group("higher", "unknown", 200, 10));

    assertThat(gap.verdict(), is("invalid"));
    assertThat(gap.groupCount(), is(1L));
    assertThat(gap.gap(), is(nullValue()));
    assertThat(gap.lower(), is(nullValue()));
    assertThat(
        gap.verdictReason(),
        is("Two known groups of at least 30 customers are needed; there is one."));
  }

  @Test
  void thePairOfThreeGroupsIsJudgedAsTheLargestOfThree() {
    OutcomeGap two = only(group("higher", "low", 200, 80), group("higher", "high", 200, 100));
    OutcomeGap three =
        only(
            group("higher", "low", 200, 80),
            group("higher", "medium", 200, 90),
            group("higher", "high", 200, 100));

    assertThat(three.gap(), is(two.gap()));
    assertThat(three.pValue(), closeTo(3 * two.pValue(), 1e-12));
    assertThat(three.lower(), lessThan(two.lower()));
    assertThat(three.upper(), greaterThan(two.upper()));
  }

  @Test
  void equalRatesNameTwoGroups() {
    OutcomeGap gap = only(group("higher", "a", 100, 40), group("higher", "b", 100, 40));

    assertThat(List.of(gap.higherGroup(), gap.lowerGroup()), is(List.of("a", "b")));
    assertThat(gap.pValue(), is(1.0));
  }

  @Test
  void pValuesAreAdjustedForTheNumberOfGapsAndWithheldOnesDoNotCount() {
    List<CustomerOutcome> rows = new ArrayList<>();
    rows.add(group("a", "higher", "low", 200, 80));
    rows.add(group("a", "higher", "high", 200, 100));
    rows.add(group("b", "higher", "low", 200, 80));
    rows.add(group("b", "higher", "high", 200, 81));
    rows.add(group("c", "higher", "low", 200, 80));

    List<OutcomeGap> gaps = OutcomeGaps.rows(rows, AS_OF);

    assertThat(gaps.get(0).qValue(), closeTo(2 * gaps.get(0).pValue(), 1e-12));
    assertThat(gaps.get(1).qValue(), closeTo(gaps.get(1).pValue(), 1e-12));
    assertThat(gaps.get(2).qValue(), is(nullValue()));
  }

  @Test
  void aGapThatManyOthersMakeDoubtfulGivesNoVerdict() {
    Estimate apart = new Estimate(0.3, 0.06, 0.5);
    GapVerdict verdict =
        GapVerdict.of(
            new Difference(apart.value(), apart.lower(), apart.upper()),
            0.11,
            InclusionRules.standard());

    assertThat(verdict.verdict().text(), is("inconclusive"));
  }

  /** Visits of the Hillstrom e-mail trial: the e-mail for men against none. */
  @Test
  void theStatisticOfHillstromIsThePublishedOne() {
    double z = EqualShares.z(21_307, 3_894, 21_306, 2_262);

    assertThat(z, closeTo(22.5, 0.1));
    assertThat(EqualShares.p(1.959963984540054), closeTo(0.05, 1e-12));
    assertThat(EqualShares.z(10, 10, 20, 20), is(0.0));
    assertThat(EqualShares.simultaneousZ(1), closeTo(1.6448536269514722, 1e-9));
  }

  private static OutcomeGap only(CustomerOutcome... groups) {
    List<OutcomeGap> gaps = OutcomeGaps.rows(List.of(groups), AS_OF);
    assertThat(gaps.size(), is(1));
    return gaps.get(0);
  }

  private static CustomerOutcome group(String better, String value, long customers, long had) {
    return group("activated_7d", better, value, customers, had);
  }

  private static CustomerOutcome group(
      String outcome, String better, String value, long customers, long had) {
    Estimate rate = customers < 30 ? null : Wilson.of(customers, had);
    return new CustomerOutcome(
        outcome,
        "digital_confidence",
        value,
        better,
        customers,
        rate == null ? null : (Long) had,
        rate == null ? null : (Double) rate.value(),
        rate == null ? null : (Double) rate.lower(),
        rate == null ? null : (Double) rate.upper());
  }
}
