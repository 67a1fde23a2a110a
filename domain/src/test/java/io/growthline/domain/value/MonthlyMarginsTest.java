package io.growthline.domain.value;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.Cost;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As of March 10, 2026: January and February have ended. Debit keeps 0.2 %, credit 0.3 %. */
class MonthlyMarginsTest {
  private static final MonthlyMargins MART = new MonthlyMargins();
  private static final LocalDate AS_OF = LocalDate.parse("2026-03-10");

  @Test
  void aMonthSetsPaymentsAndWhatIsKeptOfPurchasesAgainstCosts() {
    Counts<MonthlyMargins.Cell> totals = MART.empty();
    count(
        totals,
        profile("2026-01-05T00:00:00Z", "north", "2026-01-05"),
        transaction("2026-01-06T00:00:00Z", 100_000),
        transaction("2026-01-07T00:00:00Z", -20_000),
        pay("2026-01-08T00:00:00Z", "succeeded", 900),
        pay("2026-01-09T00:00:00Z", "refunded", 100),
        pay("2026-01-10T00:00:00Z", "failed", 5_000),
        transaction("2026-03-01T00:00:00Z", 700_000));
    count(
        totals,
        event(
            CustomerProfile.class,
            "2026-02-05T00:00:00Z",
            "account_opened_on",
            "2026-02-05",
            "card_type",
            "credit"),
        transaction("2026-02-06T00:00:00Z", 50_000));
    book(totals, "2026-01-01", "cost_to_serve", 200);
    book(totals, "2026-01-01", "cost_to_serve", 50);
    book(totals, "2026-01-01", "support", 60);
    book(totals, "2026-01-01", "overhead", 9_999);
    book(totals, "2026-02-01", "payment_processing", 30);

    assertThat(
        MART.rows(totals, AS_OF),
        contains(
            Rows.of(
                MonthlyMargin.class,
                "month",
                "2026-01-01",
                "customers",
                1,
                "plan_revenue_minor",
                800,
                "purchase_revenue_minor",
                160L, // 0.2 % of 80,000
                "cost_to_serve_minor",
                250L,
                "support_cost_minor",
                60L,
                "processing_cost_minor",
                0L,
                "overhead_minor",
                9_999L,
                "cost_per_customer_minor",
                310.0,
                "gross_margin_minor",
                650L),
            Rows.of(
                MonthlyMargin.class,
                "month",
                "2026-02-01",
                "customers",
                2,
                "purchase_revenue_minor",
                150L, // 0.3 % of 50,000
                "cost_to_serve_minor",
                0L,
                "support_cost_minor",
                0L,
                "processing_cost_minor",
                30L,
                "cost_per_customer_minor",
                15.0,
                "gross_margin_minor",
                120L)));
  }

  @Test
  void aMonthWithOverheadAloneHasNoMargin() {
    Counts<MonthlyMargins.Cell> totals = MART.empty();
    count(totals, profile("2026-01-05T00:00:00Z", "north", "2026-01-05"));
    book(totals, "2026-01-01", "overhead", 9_999);
    MonthlyMargin row = MART.rows(totals, AS_OF).get(0);

    assertThat(row.overheadMinor(), is(9_999L));
    assertThat(row.costToServeMinor(), is(nullValue()));
    assertThat(row.costPerCustomerMinor(), is(nullValue()));
    assertThat(row.grossMarginMinor(), is(nullValue()));
  }

  @Test
  void aPurchaseWithoutARateLeavesTheMonthWithoutAMargin() {
    Counts<MonthlyMargins.Cell> totals = MART.empty();
    MART.count(
        CustomerAsOf.of(
            "c1",
            List.of(
                profile("2026-01-05T00:00:00Z", "north", "2026-01-05"),
                transaction("2026-01-06T00:00:00Z", 100)),
            AS_OF,
            new ReportingCurrency("JPY", List.of())),
        totals);
    book(totals, "2026-01-01", "support", 60);
    MonthlyMargin row = MART.rows(totals, AS_OF).get(0);

    assertThat(row.purchaseRevenueMinor(), is(nullValue()));
    assertThat(row.grossMarginMinor(), is(nullValue()));
    assertThat(row.costPerCustomerMinor(), is(60.0));
  }

  private static void count(Counts<MonthlyMargins.Cell> into, RawEvent... events) {
    MART.count(CustomerAsOf.of("c1", Arrays.asList(events), AS_OF), into);
  }

  private static void book(
      Counts<MonthlyMargins.Cell> into, String month, String kind, long minor) {
    MART.count(
        event(
            Cost.class,
            "2026-02-28T00:00:00Z",
            "month",
            month,
            "kind",
            kind,
            "amount_minor",
            minor),
        ReportingCurrency.AS_WRITTEN,
        into);
  }

  private static Payment pay(String at, String status, long minor) {
    return event(Payment.class, at, "invoice_id", at, "status", status, "amount_minor", minor);
  }
}
