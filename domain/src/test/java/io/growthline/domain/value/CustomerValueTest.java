package io.growthline.domain.value;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.customer.PurchaseHistories;
import io.growthline.domain.customer.PurchaseHistory;
import io.growthline.domain.customer.ValueRules;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalRows;
import io.growthline.domain.simulate.CustomerSimulator;
import io.growthline.domain.simulate.Period;
import io.growthline.domain.simulate.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A shop of planted customers as of June 1, 2026. */
class CustomerValueTest {
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");
  private static final BgNbd TIMES = new BgNbd(0.6, 5, 0.8, 3);
  private static final List<PurchaseHistory> SHOP =
      new SimulatedPurchases(3, TIMES, new GammaGamma(6, 4, 15), DAY).customers(1_500, 500, 1);
  private static final ValueModel MODEL = ValueModel.fit(ValueModelTest.totals(SHOP));

  @Test
  void whatWasBoughtIsSaidInWeeksAndMinorUnits() {
    CustomerLtv row = row(MODEL, bought("2025-06-03", "2026-03-31", 4, 10_000L));

    assertThat(row.purchases(), is(4L));
    assertThat(row.recencyWeeks(), is(43.0));
    assertThat(row.ageWeeks(), closeTo(362 / 7.0, 1e-9));
    assertThat(row.meanPurchaseMinor(), is(2_500.0));
    assertThat(row.historicRevenueMinor(), is(4_200L));
    assertThat(row.historicMarginMinor(), is(nullValue()));
    assertThat(row.withheldReason(), is(nullValue()));
  }

  @Test
  void theExpectedValueIsPurchasesTimesTheirMean() {
    CustomerLtv row = row(MODEL, bought("2025-06-03", "2026-03-31", 4, 10_000L));

    double purchases = MODEL.purchases().fitted().model().expectedPurchases(4, 43, 362 / 7.0, 52);
    double mean = MODEL.values().fitted().model().expectedMinor(4, 10_000);
    assertThat(row.expectedPurchases(), is(purchases));
    assertThat(row.expectedValueMinor(), is(Math.round(purchases * mean)));
    assertThat(row.expectedValueLowerMinor(), is(lessThan(row.expectedValueMinor())));
    assertThat(row.expectedValueUpperMinor(), is(greaterThan(row.expectedValueMinor())));
  }

  @Test
  void whoBoughtOnTheLastDayIsThereAndWorthThePopulationMean() {
    CustomerLtv row = row(MODEL, bought("2026-05-31", "2026-05-31", 0, 0L));

    assertThat(row.ageWeeks(), is(0.0));
    assertThat(row.meanPurchaseMinor(), is(nullValue()));
    assertThat(row.pAlive(), is(1.0));
    assertThat(
        (double) row.expectedValueMinor(),
        closeTo(row.expectedPurchases() * MODEL.values().fitted().model().meanMinor(), 1));
  }

  @Test
  void theLongerACustomerOfManyPurchasesStaysAwayTheLessIsExpected() {
    CustomerLtv recent = row(MODEL, bought("2025-06-03", "2026-05-20", 30, 90_000L));
    CustomerLtv gone = row(MODEL, bought("2025-06-03", "2025-12-20", 30, 90_000L));

    assertThat(recent.band(), is("high"));
    assertThat(gone.band(), is("low"));
    assertThat(gone.pAlive(), is(lessThan(0.01)));
    assertThat(gone.expectedValueMinor(), is(lessThan(recent.expectedValueMinor() / 50)));
  }

  @Test
  void bandsCompareWithTheAverageCustomer() {
    double average =
        SHOP.stream().mapToLong(c -> row(MODEL, c).expectedValueMinor()).average().orElseThrow();

    assertThat(MODEL.averageMinor(), closeTo(average, 0.1 * average));
    for (PurchaseHistory customer : SHOP) {
      CustomerLtv row = row(MODEL, customer);
      double times = row.expectedValueMinor() / MODEL.averageMinor();
      String band = times >= 2 ? "high" : times < 0.5 ? "low" : "medium";
      assertThat(row.band(), is(band));
    }
  }

  @Test
  void aPurchaseWithoutARateWithholdsTheValueNotThePurchases() {
    CustomerLtv row = row(MODEL, bought("2025-06-03", "2026-03-31", 4, null));

    assertThat(row.expectedPurchases(), is(greaterThan(0.0)));
    assertThat(row.expectedValueMinor(), is(nullValue()));
    assertThat(row.meanPurchaseMinor(), is(nullValue()));
    assertThat(row.band(), is(nullValue()));
    assertThat(row.withheldReason(), containsString("without a rate"));
  }

  @Test
  void repeatPurchasesOfNothingHaveNoValueToExpect() {
    CustomerLtv row = row(MODEL, bought("2025-06-03", "2026-03-31", 4, 0L));

    assertThat(row.meanPurchaseMinor(), is(0.0));
    assertThat(row.expectedValueMinor(), is(nullValue()));
    assertThat(row.withheldReason(), containsString("of 0"));
  }

  @Test
  void fewerThanAHundredRepeatCustomersSayNothing() {
    ValueTotals totals = ValueModelTest.totals(SHOP.subList(0, 150));
    long repeat = SHOP.subList(0, 150).stream().filter(c -> c.repeatDays() > 0).count();
    assertThat(repeat, is(lessThan(100L)));

    CustomerLtv row = row(ValueModel.fit(totals), SHOP.get(0));
    List<ValueModelParameter> parameters = new ValueModelParameters().rows(totals, DAY);

    assertThat(row.pAlive(), is(nullValue()));
    assertThat(row.expectedPurchases(), is(nullValue()));
    assertThat(
        row.withheldReason(),
        is(
            "When customers buy cannot be said: %d customers bought again, 100 are needed."
                .formatted(repeat)));
    assertThat(parameters.size(), is(7));
    parameters.forEach(
        p -> {
          assertThat(p.value(), is(nullValue()));
          assertThat(p.withheldReason(), containsString("100 are needed"));
        });
  }

  @Test
  void equalCustomersHaveNoDifferencesToLearn() {
    List<PurchaseHistory> equal = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      equal.add(bought("2025-06-03", "2026-03-31", 4, 10_000L));
    }

    ValueModel model = ValueModel.fit(ValueModelTest.totals(equal));

    assertThat(model.purchases().reason(), containsString("no maximum that stands out"));
    assertThat(model.values().reason(), containsString("no maximum that stands out"));
    assertThat(row(model, equal.get(0)).expectedValueMinor(), is(nullValue()));
  }

  @Test
  void theHoldoutCountsEveryCustomerOfBeforeOnceByPowersOfTwo() {
    List<ValueModelHoldout> rows = new ValueModelHoldouts().rows(ValueModelTest.totals(SHOP), DAY);

    ValueModelHoldout all = rows.get(0);
    List<ValueModelHoldout> groups = rows.subList(1, rows.size());
    long before = SHOP.stream().filter(c -> c.calibrationRepeatDays() != null).count();
    assertThat(all.customers(), is(before));
    assertThat(groups.stream().mapToLong(ValueModelHoldout::customers).sum(), is(before));
    assertThat(
        groups.stream().mapToLong(ValueModelHoldout::actualPurchases).sum(),
        is(all.actualPurchases()));
    assertThat(
        groups.stream().mapToDouble(ValueModelHoldout::expectedPurchases).sum(),
        closeTo(all.expectedPurchases(), 1e-6));
    assertThat(groups.get(0).repeatDays(), is("0"));
    assertThat(groups.get(1).repeatDays(), is("1"));
    assertThat(groups.get(2).repeatDays(), is("2-3"));
    assertThat(all.holdoutFrom(), is(LocalDate.parse("2026-03-02")));
    assertThat(all.verdict(), is("ok"));
    assertThat(all.error(), closeTo(all.expectedPurchases() / all.actualPurchases() - 1, 1e-12));
  }

  @Test
  void aModelThatMissesTheLastThirteenWeeksIsShownAndServesNobody() {
    List<PurchaseHistory> slump =
        SHOP.stream().map(c -> withHoldoutDays(c, c.holdoutDays() / 3)).toList();
    ValueTotals totals = ValueModelTest.totals(slump);

    ValueModelHoldout all = new ValueModelHoldouts().rows(totals, DAY).get(0);
    CustomerLtv row = row(ValueModel.fit(totals), slump.get(0));

    assertThat(all.verdict(), is("failed"));
    assertThat(all.verdictReason(), allOf(containsString("expected"), containsString("20 % off")));
    assertThat(row.expectedPurchases(), is(nullValue()));
    assertThat(row.pAlive(), is(nullValue()));
    assertThat(row.withheldReason(), is(all.verdictReason()));
  }

  @Test
  void aModelThatCannotBeCheckedServesNobodyEither() {
    List<PurchaseHistory> young =
        new SimulatedPurchases(4, TIMES, new GammaGamma(6, 4, 15), DAY).customers(1_500, 90, 60);
    ValueTotals totals = ValueModelTest.totals(young);

    CustomerLtv row = row(ValueModel.fit(totals), young.get(0));

    assertThat(new ValueModelHoldouts().rows(totals, DAY).isEmpty(), is(true));
    assertThat(row.expectedValueMinor(), is(nullValue()));
    assertThat(row.withheldReason(), containsString("cannot be checked"));
  }

  @Test
  void aHundredPurchasesInTheThirteenWeeksJudgeAndFewerDoNot() {
    GeometricNbd fleeting = new GeometricNbd(1.5, 5, 0.4);
    List<PurchaseHistory> quiet =
        new SimulatedPurchases(6, fleeting, new GammaGamma(6, 4, 15), DAY)
            .customers(1_000, 700, 600);
    List<PurchaseHistory> none = quiet.stream().map(c -> withHoldoutDays(c, 0)).toList();
    List<PurchaseHistory> enough = new ArrayList<>(none);
    enough.set(0, withHoldoutDays(enough.get(0), 91));
    enough.set(1, withHoldoutDays(enough.get(1), 9));

    Holdout tooFew = new Holdout(ValueModelTest.totals(none).calibration());
    Holdout judged = new Holdout(ValueModelTest.totals(enough).calibration());

    assertThat(tooFew.all().expected(), is(lessThan(100.0)));
    assertThat(tooFew.verdict(), is("not_checked"));
    assertThat(tooFew.doubt(), containsString("0 purchases in the last 13 weeks, 100 are needed"));
    assertThat(judged.all().actual(), is(100L));
    assertThat(judged.verdict(), is("failed"));
  }

  @Test
  void noPurchaseInTheThirteenWeeksFailsAModelThatExpectsAHundred() {
    List<PurchaseHistory> quiet = SHOP.stream().map(c -> withHoldoutDays(c, 0)).toList();

    assertThat(new Holdout(ValueModelTest.totals(quiet).calibration()).verdict(), is("failed"));
  }

  /** Fader and Hardie 2013: the mean is p v / (q - 1), for q above 1. */
  @Test
  void amountsWithoutAMeanGiveExpectedPurchasesButNoValue() {
    List<PurchaseHistory> wild =
        new SimulatedPurchases(7, TIMES, new GammaGamma(6, 0.7, 15), DAY).customers(1_500, 500, 1);
    ValueModel model = ValueModel.fit(ValueModelTest.totals(wild));

    CustomerLtv row = row(model, wild.get(0));

    assertThat(model.values().reason(), containsString("they have no mean"));
    assertThat(row.expectedPurchases(), is(greaterThan(0.0)));
    assertThat(row.expectedValueMinor(), is(nullValue()));
    assertThat(row.band(), is(nullValue()));
    assertThat(row.withheldReason(), is(model.values().reason()));
  }

  @Test
  void customersWhoLeaveAlikeHaveOneChanceToLeave() {
    GeometricNbd alike = new GeometricNbd(2, 0.5, 0.01);
    List<PurchaseHistory> bank =
        new SimulatedPurchases(8, alike, new GammaGamma(6, 4, 15), DAY).customers(1_500, 500, 1);
    ValueTotals totals = ValueModelTest.totals(bank);
    ValueModel model = ValueModel.fit(totals);

    List<ValueModelParameter> parameters = new ValueModelParameters().rows(totals, DAY);
    CustomerLtv row = row(model, bank.get(0));

    assertThat(
        parameters.subList(0, 3).stream().map(p -> p.model() + " " + p.parameter()).toList(),
        is(List.of("geometric_nbd r", "geometric_nbd alpha", "geometric_nbd p")));
    assertThat(parameters.get(2).value(), closeTo(0.01, 3 * parameters.get(2).standardError()));
    assertThat(new ValueModelHoldouts().rows(totals, DAY).get(0).verdict(), is("ok"));
    assertThat(
        row.expectedPurchases(),
        is(
            model
                .purchases()
                .fitted()
                .model()
                .expectedPurchases(row.purchases(), row.recencyWeeks(), row.ageWeeks(), 52)));
    assertThat(row.expectedValueMinor(), is(greaterThan(row.expectedValueLowerMinor())));
  }

  @Test
  void theSyntheticBankHasExpectationsThatPassTheirCheck() {
    Period period = Period.ofMonths(18);
    CustomerSimulator bank = new CustomerSimulator(World.standard(), period, 42);
    List<PurchaseHistory> customers = new ArrayList<>();
    for (int number = 0; number < 400; number++) {
      customers.addAll(
          CustomerAsOf.of("c" + number, bank.simulate(number), period.end())
              .rows(new PurchaseHistories()));
    }
    ValueTotals totals = ValueModelTest.totals(customers);

    ValueModelHoldout check = new ValueModelHoldouts().rows(totals, period.end()).get(0);
    CustomerLtv row = row(ValueModel.fit(totals), customers.get(0));

    assertThat(check.verdict(), is("ok"));
    assertThat(check.error(), closeTo(0, 0.1));
    assertThat(row.expectedPurchases(), is(greaterThan(0.0)));
    assertThat(row.expectedValueMinor(), is(greaterThan(0L)));
  }

  @Test
  void ordersAndGroupsOfCustomersMakeNoDifference() {
    ValueTotals parts = new ValueTotals();
    ValueTotals second = ValueModelTest.totals(SHOP.subList(0, 700));
    parts.addAll(ValueModelTest.totals(SHOP.subList(700, SHOP.size())));
    parts.addAll(second);

    assertThat(parts, is(ValueModelTest.totals(SHOP)));
    assertThat(row(ValueModel.fit(parts), SHOP.get(5)), is(row(MODEL, SHOP.get(5))));
  }

  private static CustomerLtv row(ValueModel model, PurchaseHistory customer) {
    MarginModel costless = MarginModel.of(ValueRules.standard(), new TotalRows(), DAY);
    return new CustomerModel(model, costless, new ValueBands(0, 0)).row(customer);
  }

  private static PurchaseHistory bought(String first, String last, long repeats, Long minor) {
    return Rows.of(
        PurchaseHistory.class,
        "customer_id",
        "c",
        "as_of",
        DAY.toString(),
        "first_purchase_on",
        first,
        "last_purchase_on",
        last,
        "repeat_days",
        repeats,
        "repeat_value_minor",
        minor,
        "paid_minor",
        4_200);
  }

  private static PurchaseHistory withHoldoutDays(PurchaseHistory c, long days) {
    return new PurchaseHistory(
        c.customerId(),
        c.asOf(),
        c.firstPurchaseOn(),
        c.lastPurchaseOn(),
        c.repeatDays(),
        c.repeatValueMinor(),
        c.spendMinor(),
        c.paidMinor(),
        c.calibrationLastPurchaseOn(),
        c.calibrationRepeatDays(),
        days,
        c.accountOpenedOn(),
        c.cardType(),
        c.plan(),
        c.monthlyPriceMinor(),
        c.endedPaidMinor(),
        c.endedSpendMinor());
  }
}
