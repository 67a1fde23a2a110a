package io.growthline.domain.finance;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.Cost;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two customers of search who signed up in January and cost 10.00 to win. */
class PaybackTest {
  private static final Payback MART = new Payback();
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");

  @Test
  void revenueIsSetAgainstSpendWhereCostsAreNotKnown() {
    Counts<Payback.Cell> totals = twoCustomers();
    count(totals, spend("2026-01-20", 1_000));

    assertThat(
        MART.rows(totals, APRIL),
        contains(
            Rows.of(
                AcquisitionPayback.class,
                "cohort_month",
                "2026-01-01",
                "signup_channel",
                "search",
                "new_customers",
                2,
                "spend_minor",
                1_000,
                "acquisition_cost_minor",
                500.0,
                "months_observed",
                3,
                "revenue_minor",
                1_700,
                "revenue_per_customer_m1_minor",
                350.0,
                "revenue_per_customer_m3_minor",
                850.0,
                "payback_basis",
                "revenue",
                "payback_status",
                "paid_back",
                "payback_months",
                2)));
  }

  @Test
  void costsOfEveryMonthMakeAMarginAndOverheadIsNoPartOfIt() {
    Counts<Payback.Cell> totals = twoCustomers();
    count(totals, spend("2026-01-20", 1_000));
    for (String month : List.of("2026-01-01", "2026-02-01", "2026-03-01")) {
      count(totals, cost(month, "cost_to_serve", 200));
      count(totals, cost(month, "overhead", 9_999));
    }
    AcquisitionPayback row = MART.rows(totals, APRIL).get(0);

    assertThat(row.paybackBasis(), is("margin"));
    assertThat(row.marginPerCustomerM1Minor(), is(250.0));
    assertThat(row.marginPerCustomerM3Minor(), is(550.0));
    assertThat(row.paybackMonths(), is(2L));
    assertThat(row.marginPerCustomerM6Minor(), is(nullValue()));
  }

  @Test
  void costsOfAMonthAreSharedByAllWhoHadSignedUp() {
    Counts<Payback.Cell> totals = twoCustomers();
    customer(totals, "2026-02-10", "organic");
    count(totals, cost("2026-01-01", "support", 200));
    count(totals, cost("2026-02-01", "support", 300));
    count(totals, cost("2026-03-01", "support", 300));
    List<AcquisitionPayback> rows = MART.rows(totals, APRIL);

    assertThat(rows.get(0).marginPerCustomerM3Minor(), closeTo(850 - 100 - 100 - 100, 1e-9));
    assertThat(rows.get(1).marginPerCustomerM1Minor(), is(-100.0));
    assertThat(rows.get(1).paybackStatus(), is("no_spend"));
    assertThat(rows.get(1).acquisitionCostMinor(), is(nullValue()));
  }

  @Test
  void aMonthWithoutCostsLeavesRevenueAlone() {
    Counts<Payback.Cell> totals = twoCustomers();
    count(totals, cost("2026-01-01", "support", 200));
    AcquisitionPayback row = MART.rows(totals, APRIL).get(0);

    assertThat(row.paybackBasis(), is("revenue"));
    assertThat(row.marginPerCustomerM1Minor(), is(nullValue()));
  }

  @Test
  void whatIsNotCoveredYetIsNotSaidNeverToBe() {
    Counts<Payback.Cell> totals = twoCustomers();
    count(totals, spend("2026-01-20", 5_000));
    AcquisitionPayback row = MART.rows(totals, APRIL).get(0);

    assertThat(row.paybackStatus(), is("not_yet"));
    assertThat(row.paybackMonths(), is(nullValue()));
  }

  @Test
  void spendThatWonNobodyIsARow() {
    Counts<Payback.Cell> totals = MART.empty();
    count(totals, spend("2026-01-20", 1_000));
    AcquisitionPayback row = MART.rows(totals, APRIL).get(0);

    assertThat(row.paybackStatus(), is("no_customers"));
    assertThat(row.spendMinor(), is(1_000L));
    assertThat(row.revenuePerCustomerM1Minor(), is(nullValue()));
  }

  @Test
  void aSignupMonthThatHasNotEndedHasNoRow() {
    assertThat(MART.rows(twoCustomers(), LocalDate.parse("2026-01-31")), is(empty()));
  }

  /**
   * What cohorts paid in months that ended is what raw payments say, and so are spend and people.
   */
  @Test
  void theSyntheticBankReconcilesWithItsRawEvents() {
    Counts<Payback.Cell> totals = MART.empty();
    long revenue = 0;
    for (CustomerAsOf customer : SimulatedCustomers.SMALL) {
      MART.count(customer, totals);
      for (Payment p : customer.known().all(Payment.class)) {
        revenue += p.succeeded() ? p.amountMinor() : p.refunded() ? -p.amountMinor() : 0;
      }
    }
    long spend = 0;
    for (RawEvent event : SimulatedCustomers.EVENTS.events()) {
      if (event.customerId() == null && event.ingestedAt().isBefore(SimulatedCustomers.end())) {
        MART.count(event, ReportingCurrency.AS_WRITTEN, totals);
        spend += event instanceof CampaignSpend s ? s.spendMinor() : 0;
      }
    }
    // The year ends with a month, so all months have ended.
    List<AcquisitionPayback> rows = MART.rows(totals, SimulatedCustomers.AS_OF);

    assertThat(rows.stream().mapToLong(AcquisitionPayback::revenueMinor).sum(), is(revenue));
    assertThat(rows.stream().mapToLong(AcquisitionPayback::spendMinor).sum(), is(spend));
    assertThat(
        rows.stream().mapToLong(AcquisitionPayback::newCustomers).sum(),
        is(SimulatedCustomers.SMALL.stream().filter(c -> c.openedOn().isPresent()).count()));
    assertThat(rows.stream().anyMatch(r -> r.paybackBasis().equals("margin")), is(true));
  }

  private static Counts<Payback.Cell> twoCustomers() {
    Counts<Payback.Cell> totals = MART.empty();
    customer(totals, "2026-01-10", "search", pay("2026-01-11", "succeeded", 700));
    customer(
        totals,
        "2026-01-31",
        "search",
        pay("2026-02-01", "succeeded", 1_200),
        pay("2026-02-02", "failed", 5_000),
        pay("2026-03-05", "refunded", 200),
        pay("2026-04-01", "succeeded", 9_000));
    return totals;
  }

  private static void customer(
      Counts<Payback.Cell> into, String openedOn, String channel, RawEvent... payments) {
    List<RawEvent> events = new ArrayList<>(List.of(payments));
    events.add(
        event(
            CustomerProfile.class,
            openedOn + "T00:00:00Z",
            "account_opened_on",
            openedOn,
            "signup_channel",
            channel));
    MART.count(CustomerAsOf.of("c1", events, APRIL), into);
  }

  private static void count(Counts<Payback.Cell> into, RawEvent event) {
    MART.count(event, ReportingCurrency.AS_WRITTEN, into);
  }

  private static Payment pay(String day, String status, long minor) {
    return event(Payment.class, day + "T00:00:00Z", "status", status, "amount_minor", minor);
  }

  private static CampaignSpend spend(String day, long minor) {
    return event(
        CampaignSpend.class,
        day + "T00:00:00Z",
        "channel",
        "search",
        "spend_on",
        day,
        "spend_minor",
        minor);
  }

  private static Cost cost(String month, String kind, long minor) {
    return event(
        Cost.class, month + "T00:00:00Z", "month", month, "kind", kind, "amount_minor", minor);
  }
}
