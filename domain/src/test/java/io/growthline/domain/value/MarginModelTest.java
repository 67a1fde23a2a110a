package io.growthline.domain.value;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.customer.PurchaseHistories;
import io.growthline.domain.customer.PurchaseHistory;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.customer.ValueRules;
import io.growthline.domain.event.Cost;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalRows;
import io.growthline.domain.simulate.CostBookings;
import io.growthline.domain.simulate.CustomerSimulator;
import io.growthline.domain.simulate.Period;
import io.growthline.domain.simulate.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * As of July 15, 2026: January to June are observed. A customer costs 1.00 a month from March on.
 */
class MarginModelTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-07-15");
  private static final ValueRules RULES = ValueRules.standard();
  private static final Expectation NOTHING = Expectation.withheld("Nothing was bought yet.");

  @Test
  void whatWasEarnedIsWhatWasBroughtLessAShareOfTheCostsOfEveryMonth() {
    Margin debit = model().of(customer("2026-04-20", "standard"), NOTHING);
    Margin credit = model().of(customer("2026-04-20", "credit"), NOTHING);

    // 30.00 paid, 0.2 % or 0.3 % of 1,000.00 spent, three months of 1.00.
    assertThat(debit.historicMinor(), is(3_000L + 200 - 300));
    assertThat(credit.historicMinor(), is(3_000L + 300 - 300));
    assertThat(debit.historicReason(), is(nullValue()));
  }

  @Test
  void aMonthWithoutBookingsLeavesNoMarginAndIsNamed() {
    Margin margin = model().of(customer("2026-01-20", "standard"), NOTHING);

    assertThat(margin.historicMinor(), is(nullValue()));
    assertThat(margin.historicReason(), is("No costs of 2026-02 are booked."));
  }

  @Test
  void theMonthOfTheSignupMustHaveEnded() {
    Margin margin = model().of(customer("2026-07-01", "standard"), NOTHING);

    assertThat(margin.historicMinor(), is(nullValue()));
    assertThat(margin.historicReason(), is("No month since signup has ended."));
    assertThat(margin.simpleMinor(), is(nullValue()));
  }

  @Test
  void aSubscriberIsExpectedToPayWhileStaying() {
    Margin margin = model().of(customer("2026-04-20", "standard"), NOTHING);

    // Of 10.00 a month 90 % is paid; 96 % stay a month.
    double months = 0;
    for (int month = 1; month <= 12; month++) {
      months += Math.pow(0.96, month);
    }
    assertThat(months, closeTo(9.2950, 1e-4));
    assertThat(margin.expectedMinor(), is(Math.round(months * (900 - 100))));
    assertThat(margin.lowerMinor(), is(Math.round(Survival.months(0.95, 12) * 800)));
    assertThat(margin.upperMinor(), is(Math.round(Survival.months(0.97, 12) * 800)));
  }

  @Test
  void whoStillBuysIsServedWithoutAPlanToo() {
    Expectation purchases =
        new Expectation(0.5, 100.0, 900_000L, 800_000L, 1_100_000L, "low", null);
    PurchaseHistory buyer = bought(null, 0);

    Margin margin = model().of(buyer, purchases);

    assertThat(margin.expectedMinor(), is(1_800L - 600));
    assertThat(margin.lowerMinor(), is(1_600L - 600));
    assertThat(margin.upperMinor(), is(2_200L - 600));
  }

  @Test
  void intervalsOfPurchasesAndPlanAreAddedAsSquares() {
    Expectation purchases =
        new Expectation(0.0, 100.0, 900_000L, 800_000L, 1_100_000L, "low", null);

    Margin margin = model().of(bought("plus", 1_000), purchases);

    double plan = Survival.months(0.96, 12) * 800;
    double below = Math.hypot(plan - Survival.months(0.95, 12) * 800, 200);
    double above = Math.hypot(Survival.months(0.97, 12) * 800 - plan, 400);
    assertThat(margin.expectedMinor(), is(Math.round(plan + 1_800)));
    assertThat(margin.lowerMinor(), is(Math.round(plan + 1_800 - below)));
    assertThat(margin.upperMinor(), is(Math.round(plan + 1_800 + above)));
  }

  @Test
  void whatIsNotKnownOfPurchasesIsNotKnownOfTheMargin() {
    Margin margin =
        model().of(bought("plus", 1_000), Expectation.withheld("The model failed its check."));

    assertThat(margin.expectedMinor(), is(nullValue()));
    assertThat(margin.expectedReason(), is("The model failed its check."));
  }

  @Test
  void withoutCostsThereIsNoMargin() {
    MarginModel costless = MarginModel.of(RULES, new TotalRows(), AS_OF);
    Margin margin = costless.of(customer("2026-04-20", "standard"), NOTHING);

    assertThat(margin.historicReason(), is("No costs of 2026-06 are booked."));
    assertThat(margin.expectedReason(), is("No costs of the last 6 months are booked."));
    assertThat(margin.simpleMinor(), is(nullValue()));
  }

  @Test
  void theSimpleValueIsRevenueAMonthTimesLifetimeTimesMarginShare() {
    Margin margin = model().of(customer("2026-04-20", "standard"), NOTHING);

    // 32.00 in three months; 1 / 0.04 months; margin 2,800 of revenue 3,200.
    assertThat(margin.simpleMinor(), is(Math.round(3_200 / 3.0 * 25 * 0.875)));
  }

  @Test
  void theLifetimeOfTheSimpleValueIsCapped() {
    TotalRows tables = tables();
    tables.add(retention("loyal", 0.001, 0.0005, 0.002));
    PurchaseHistory loyal =
        Rows.of(
            PurchaseHistory.class,
            "plan",
            "loyal",
            "monthly_price_minor",
            1_000,
            "account_opened_on",
            "2026-06-01",
            "ended_paid_minor",
            1_000,
            "ended_spend_minor",
            0L);

    Margin margin = MarginModel.of(RULES, tables, AS_OF).of(loyal, NOTHING);

    assertThat(margin.simpleMinor(), is(Math.round(1_000 * 36 * 0.875)));
  }

  /**
   * Subscribers who leave in each month with 4 % are observed for six months. What customers then
   * bring in a year lies in the interval; over many such observations the truth does in nine of
   * ten.
   */
  @Test
  void theExpectedMarginIsRightOnGeneratedTruth() {
    double churn = 0.04;
    double truth = 900 * Survival.months(1 - churn, 12);
    Random random = new Random(11);
    int covered = 0;
    for (int trial = 0; trial < 400; trial++) {
      Counts<PlanRetentions.Plan> totals = new PlanRetentions().empty();
      for (int month = 0; month < 2_000; month++) {
        long left = random.nextDouble() < churn ? 1 : 0;
        long[] sums = {1, left, left == 1 ? 0 : 1_000, left == 1 ? 0 : 1_000};
        totals.add(new PlanRetentions.Plan("all"), sums);
        totals.add(new PlanRetentions.Plan("plus"), sums);
      }
      Margin margin = expected(totals);
      covered += margin.lowerMinor() <= truth && truth <= margin.upperMinor() ? 1 : 0;
      if (trial == 0) {
        assertThat(
            realised(churn, random),
            allOf(
                greaterThanOrEqualTo((double) margin.lowerMinor()),
                lessThanOrEqualTo((double) margin.upperMinor())));
      }
    }
    assertThat(covered / 400.0, closeTo(0.9, 0.045));
  }

  private static Margin expected(Counts<PlanRetentions.Plan> totals) {
    TotalRows tables = new TotalRows();
    months(tables);
    new PlanRetentions().rows(totals, AS_OF).forEach(tables::add);
    return MarginModel.of(RULES, tables, AS_OF).of(customer("2026-04-20", "standard"), NOTHING);
  }

  /** Mean margin of customers who stay for a while, month by month. */
  private static double realised(double churn, Random random) {
    long sum = 0;
    int customers = 50_000;
    for (int customer = 0; customer < customers; customer++) {
      for (int month = 0; month < 12 && random.nextDouble() >= churn; month++) {
        sum += 1_000 - 100;
      }
    }
    return (double) sum / customers;
  }

  /** What was earned on customers adds up to the margins of months. */
  @Test
  void customersOfTheSyntheticBankReconcileWithItsMonths() {
    Period period = Period.ofMonths(12);
    CustomerSimulator bank = new CustomerSimulator(World.standard(), period, 5);
    MonthlyMargins monthly = new MonthlyMargins();
    Counts<MonthlyMargins.Cell> totals = monthly.empty();
    List<PurchaseHistory> customers = new ArrayList<>();
    for (int number = 0; number < 300; number++) {
      CustomerAsOf customer = CustomerAsOf.of("c" + number, bank.simulate(number), period.end());
      monthly.count(customer, totals);
      customers.addAll(customer.rows(new PurchaseHistories()));
    }
    List<Cost> costs = CostBookings.of(World.standard(), period, 300, 5);
    costs.forEach(cost -> monthly.count(cost, ReportingCurrency.AS_WRITTEN, totals));
    TotalRows tables = new TotalRows();
    monthly.rows(totals, period.end()).forEach(tables::add);
    LocalDate first = period.start().withDayOfMonth(1);
    MarginModel model = MarginModel.of(RULES, tables, period.end());

    long earned = 0;
    long before = 0;
    for (PurchaseHistory customer : customers) {
      Margin margin = model.of(customer, NOTHING);
      if (margin.historicMinor() != null) {
        earned += margin.historicMinor();
      } else if (customer.accountOpenedOn() != null) {
        before++;
      }
    }
    // Who signed up before costs were booked has no margin.
    assertThat(
        before,
        is(
            customers.stream()
                .filter(c -> c.accountOpenedOn() != null && c.accountOpenedOn().isBefore(first))
                .count()));
    assertThat(before < customers.size() / 2, is(true));
    assertThat(earned != 0, is(true));
  }

  private static MarginModel model() {
    return MarginModel.of(RULES, tables(), AS_OF);
  }

  private static TotalRows tables() {
    TotalRows tables = new TotalRows();
    months(tables);
    tables.add(retention("all", 0.10, 0.09, 0.11));
    tables.add(retention("plus", 0.04, 0.03, 0.05));
    return tables;
  }

  /** March to June: ten customers, 10.00 of costs, 32.00 of revenue, in each. */
  private static void months(TotalRows tables) {
    for (int month = 1; month <= 6; month++) {
      boolean booked = month >= 3;
      tables.add(
          Rows.of(
              MonthlyMargin.class,
              "month",
              "2026-0" + month + "-01",
              "customers",
              10,
              "plan_revenue_minor",
              7_000,
              "purchase_revenue_minor",
              1_000L,
              "cost_to_serve_minor",
              booked ? 600L : null,
              "support_cost_minor",
              booked ? 300L : null,
              "processing_cost_minor",
              booked ? 100L : null,
              "cost_per_customer_minor",
              booked ? 100.0 : null,
              "gross_margin_minor",
              booked ? 7_000L : null));
    }
  }

  private static PlanRetention retention(String plan, double churn, double lower, double upper) {
    return Rows.of(
        PlanRetention.class,
        "plan",
        plan,
        "churn",
        churn,
        "churn_lower",
        lower,
        "churn_upper",
        upper,
        "paid_share",
        0.9);
  }

  /** Pays 10.00 a month for plus, and has never bought what is expected of purchases. */
  private static PurchaseHistory customer(String openedOn, String card) {
    return Rows.of(
        PurchaseHistory.class,
        "account_opened_on",
        openedOn,
        "card_type",
        card,
        "plan",
        "plus",
        "monthly_price_minor",
        1_000,
        "ended_paid_minor",
        3_000,
        "ended_spend_minor",
        100_000L);
  }

  private static PurchaseHistory bought(String plan, long price) {
    return Rows.of(
        PurchaseHistory.class,
        "first_purchase_on",
        "2026-05-01",
        "last_purchase_on",
        "2026-06-01",
        "repeat_days",
        3,
        "account_opened_on",
        "2026-04-20",
        "plan",
        plan,
        "monthly_price_minor",
        price,
        "ended_spend_minor",
        100_000L);
  }
}
