package io.growthline.domain.campaign;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.pricing.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignSimulationTest {
  /** Of 0.4 expected leavers it keeps 0.08. */
  private static final CampaignTerms TERMS =
      new CampaignTerms(40, 500, 1, new Estimate(0.2, 0.1, 0.3));

  private static final CampaignSums FIRST =
      CampaignSums.of(new Estimate(0.3, 0.2, 0.4), new Estimate(10_000, 9_000, 11_000));
  private static final CampaignSums SECOND =
      CampaignSums.of(new Estimate(0.1, 0.05, 0.15), certain(20_000));

  @Test
  void whatIsSavedLessContactsLessIncentivesOfWhoWouldHaveStayedIsTheNet() {
    CampaignOutcome both = CampaignOutcome.of(TERMS, FIRST.plus(SECOND));

    assertThat(both.contacts(), is(2L));
    assertThat(both.leavers(), closeTo(0.4, 1e-9));
    assertThat(both.stayers(), closeTo(1.6, 1e-9));
    assertThat(both.kept(), closeTo(0.08, 1e-9));
    // 0.2·(0.3·9,500 + 0.1·19,500) = 960; 2·40 = 80; 1.6·500 = 800
    assertThat(both.valueSavedMinor(), is(960L));
    assertThat(both.contactCostMinor(), is(80L));
    assertThat(both.stayerIncentiveMinor(), is(800L));
    assertThat(both.netMinor(), is(80L));
    // 80 + 0.08·500 + 800
    assertThat(both.costMinor(), is(920L));
    assertThat(both.returnOnCost(), closeTo(80.0 / 920, 1e-12));
    assertThat(both.costPerKeptMinor(), is(11_500L));
  }

  @Test
  void theErrorOfSuccessIsCommonAndThoseOfChanceAndValueAreIndependent() {
    CampaignOutcome both = CampaignOutcome.of(TERMS, FIRST.plus(SECOND));

    // Success: 0.1·(2,850 + 1,950) = 480, where independent errors would make 345. Chances:
    // (0.2·9,500 + 500)·0.1 = 240 and (0.2·19,500 + 500)·0.05 = 220. Value: 0.3·0.2·1,000 = 60.
    // Root of the sum of squares: 583.1
    assertThat(both.netLowerMinor(), is(80L - 583));
    assertThat(both.netUpperMinor(), is(80L + 583));
  }

  @Test
  void nobodyIsKeptWhoWouldHaveStayed() {
    CampaignOutcome outcome =
        CampaignOutcome.of(TERMS, CampaignSums.of(certain(0), certain(10_000)));

    assertThat(outcome.kept(), is(0.0));
    assertThat(outcome.valueSavedMinor(), is(0L));
    assertThat(outcome.netMinor(), is(-540L));
    assertThat(outcome.costPerKeptMinor(), is(nullValue()));
  }

  @Test
  void atTheBreakEvensTheNetIsZero() {
    CampaignSums both = FIRST.plus(SECOND);
    CampaignSimulation simulation = simulate(TERMS, both, Map.of());

    // (80 + 800) / (5,000 - 0.4·500), and (1,000 - 80) / (0.08 + 1.6)
    assertThat(simulation.breakEvenSuccess(), closeTo(880.0 / 4_800, 1e-9));
    assertThat(simulation.breakEvenIncentiveMinor(), is(547L));
    assertThat(
        CampaignOutcome.of(TERMS.ofSuccess(simulation.breakEvenSuccess()), both).netMinor(),
        is(0L));
    assertThat((double) CampaignOutcome.of(TERMS.ofIncentive(547), both).netMinor(), closeTo(0, 2));
  }

  @Test
  void withoutAnySuccessHighEnoughThereIsNoBreakEven() {
    CampaignTerms dear = new CampaignTerms(9_000, 500, 1, new Estimate(0.2, 0.1, 0.3));
    CampaignSimulation simulation = simulate(dear, FIRST, Map.of());

    assertThat(simulation.breakEvenSuccess(), is(nullValue()));
    assertThat(simulation.breakEvenIncentiveMinor(), is(nullValue()));
  }

  @Test
  void anIntervalThatIncludesZeroSettlesNothing() {
    CampaignSimulation open = simulate(TERMS, FIRST.plus(SECOND), Map.of());
    CampaignTerms sure = new CampaignTerms(40, 0, 1, new Estimate(0.2, 0.18, 0.22));

    assertThat(open.verdict(), is(Verdict.INCONCLUSIVE));
    assertThat(open.reasons(), contains("The 90% interval of the net includes 0."));
    assertThat(simulate(sure, FIRST.plus(SECOND), Map.of()).verdict(), is(Verdict.OK));
    assertThat(simulate(sure, FIRST.plus(SECOND), Map.of()).reasons(), is(empty()));
  }

  @Test
  void chancesThatRulesAssumeSettleNothing() {
    CampaignTerms sure = new CampaignTerms(40, 0, 1, new Estimate(0.2, 0.18, 0.22));
    CampaignSums assumed = new CampaignSums(0, 2, 0, 0, 0, 0, 0, 0);

    assertThat(
        simulate(sure, FIRST.plus(SECOND).plus(assumed), Map.of()).reasons(),
        contains("Chances of leaving are assumed by rules, not measured, for 2 of 2 customers."));
  }

  @Test
  void withoutAnAudienceOrAnythingAtStakeNumbersAreWithheld() {
    CampaignSums worthless = CampaignSums.of(certain(0.3), certain(-100));

    for (CampaignSimulation invalid :
        List.of(
            simulate(TERMS, CampaignSums.NONE, Map.of()),
            simulate(TERMS, CampaignSums.NONE, Map.of(LeftOutReason.PROTECTED, 3L)),
            simulate(TERMS, worthless, Map.of()))) {
      assertThat(invalid.verdict(), is(Verdict.INVALID));
      assertThat(invalid.everybody(), is(nullValue()));
      assertThat(invalid.sensitivity(), is(empty()));
    }
    assertThat(
        simulate(TERMS, CampaignSums.NONE, Map.of()).reasons(),
        contains("No customer matches the audience."));
    assertThat(
        simulate(TERMS, CampaignSums.NONE, Map.of(LeftOutReason.PROTECTED, 3L)).reasons(),
        contains("Each of the 3 customers who match is left out."));
    assertThat(
        simulate(TERMS, worthless, Map.of()).reasons(),
        contains("Those who would leave bring no margin, so there is nothing to save."));
  }

  @Test
  void customersLeftOutMatchButAreNotContacted() {
    CampaignSimulation simulation =
        simulate(TERMS, FIRST, Map.of(LeftOutReason.FORMER, 4L, LeftOutReason.PROTECTED, 2L));

    assertThat(simulation.matching(), is(7L));
    assertThat(simulation.everybody().contacts(), is(1L));
    assertThat(
        List.copyOf(simulation.leftOut().keySet()),
        contains(LeftOutReason.PROTECTED, LeftOutReason.FORMER));
  }

  @Test
  void onlyThoseWorthwhileAreComparedWithEverybody() {
    CampaignSums worthless = CampaignSums.of(certain(0.01), certain(1_000));
    CampaignSimulation simulation =
        CampaignSimulation.of(TERMS, new AudienceSums(SECOND, worthless, Map.of()));

    assertThat(simulation.everybody().contacts(), is(2L));
    assertThat(simulation.worthwhile().contacts(), is(1L));
    assertThat(simulation.worthwhile().netMinor(), is(390L - 40 - 450));
  }

  @Test
  void theTermThatWasAskedForIsAPointOfEachSensitivity() {
    CampaignTerms odd = new CampaignTerms(40, 500, 1, new Estimate(0.17, 0.1, 0.3));
    CampaignSimulation simulation = simulate(odd, FIRST, Map.of());
    List<Sensitivity> asked = simulation.sensitivity().stream().filter(Sensitivity::asked).toList();

    assertThat(asked.stream().map(Sensitivity::share).toList(), contains(0.17, null, null));
    assertThat(asked.stream().map(Sensitivity::amountMinor).toList(), contains(null, 500L, 40L));
    for (Sensitivity point : asked) {
      assertThat(point.netMinor(), is(simulation.everybody().netMinor()));
    }
    // Where success is the term, only the errors of chance and value are left.
    Sensitivity success = asked.get(0);
    assertThat(
        success.netUpperMinor() - success.netMinor()
            < asked.get(1).netUpperMinor() - asked.get(1).netMinor(),
        is(true));
  }

  @Test
  void termsOutOfRangeAreRefusedByName() {
    Estimate success = new Estimate(0.2, 0.1, 1.2);
    assertThat(
        assertThrows(IllegalArgumentException.class, () -> new CampaignTerms(40, 500, 1, success))
            .getMessage(),
        is("success is out of range"));
    assertThrows(IllegalArgumentException.class, () -> TERMS.ofContactCost(-1));
    assertThrows(IllegalArgumentException.class, () -> TERMS.ofIncentive(10_000_001));
  }

  private static CampaignSimulation simulate(
      CampaignTerms terms, CampaignSums audience, Map<LeftOutReason, Long> leftOut) {
    return CampaignSimulation.of(terms, new AudienceSums(audience, CampaignSums.NONE, leftOut));
  }

  private static Estimate certain(double value) {
    return new Estimate(value, value, value);
  }
}
