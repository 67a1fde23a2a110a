package io.growthline.domain.metric;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.step;
import static io.growthline.domain.customer.Events.transaction;
import static io.growthline.domain.metric.KpiFixture.customer;
import static io.growthline.domain.metric.KpiFixture.find;
import static io.growthline.domain.metric.KpiFixture.standard;
import static io.growthline.domain.metric.KpiFixture.value;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.SupportContact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures that wait for an outcome, or compare days. */
class OutcomeMeasuresTest {
  @Test
  void aFailedInvoiceIsRecoveredWhenItIsPaidWithinFourteenDaysOfItsFirstFailure() {
    List<KpiValue> values =
        standard(
            "2026-03-01",
            customer(
                pay("2026-01-05T10:00:00Z", "i1", "failed"),
                pay("2026-01-06T10:00:00Z", "i1", "failed"),
                pay("2026-01-07T10:00:00Z", "i1", "succeeded"),
                pay("2026-01-31T10:00:00Z", "i2", "failed"),
                pay("2026-02-14T10:00:00Z", "i2", "succeeded"),
                // A failure of an invoice of January, and one whose days have not passed.
                pay("2026-02-03T10:00:00Z", "i2", "failed"),
                pay("2026-02-20T10:00:00Z", "i3", "failed")));

    assertThat(find(values, "payment_recovery_rate", "2026-01-01").denominator(), is(2.0));
    assertThat(find(values, "payment_recovery_rate", "2026-01-01").numerator(), is(1.0));
    assertThat(find(values, "payment_recovery_rate", "2026-02-01").denominator(), is(0.0));
  }

  @Test
  void whatOfAnInvoiceIsNotPaidFourteenDaysAfterItWasDueIsUnpaid() {
    List<KpiValue> values =
        standard(
            "2026-03-01",
            customer(
                invoice("i1", "2026-01-10"),
                invoice("i2", "2026-01-20"),
                invoice("i3", "2026-02-20"),
                pay("2026-01-11T10:00:00Z", "i1", "succeeded"),
                pay("2026-02-03T00:00:00Z", "i2", "succeeded")));

    assertThat(find(values, "unpaid_invoice_rate", "2026-01-01").numerator(), is(1_000.0));
    assertThat(find(values, "unpaid_invoice_rate", "2026-01-01").denominator(), is(2_000.0));
    assertThat(value(values, "invoices_due_minor", "2026-02-01"), is(0.0));
  }

  @Test
  void aContactIsResolvedAtOnceWithoutAnotherOneInSevenDays() {
    List<KpiValue> values =
        standard(
            "2026-02-01",
            customer(
                contacted("2026-01-01T10:00:00Z", "2026-01-02T10:00:00Z"),
                contacted("2026-01-12T10:00:00Z", "2026-01-13T10:00:00Z"),
                contacted("2026-01-18T10:00:00Z", "2026-01-30T10:00:00Z"),
                contacted("2026-01-28T10:00:00Z", "2026-01-28T11:00:00Z")));

    assertThat(find(values, "first_contact_resolution_rate", "2026-01-01").numerator(), is(1.0));
    assertThat(find(values, "first_contact_resolution_rate", "2026-01-01").denominator(), is(3.0));
  }

  @Test
  void stickinessIsActiveDaysOverDaysAndADayCountsOnce() {
    List<KpiValue> values =
        standard(
            "2026-03-01",
            customer(
                session("2026-02-01T00:00:00Z"),
                session("2026-02-01T23:59:59Z"),
                transaction("2026-02-02T12:00:00Z", 5),
                event(FeatureUse.class, "2026-02-28T23:59:00Z")));

    assertThat(value(values, "stickiness", "2026-02-01"), is(3.0 / 28));
    assertThat(value(values, "active_days_per_active_customer", "2026-02-01"), is(3.0));
    assertThat(value(values, "key_action_rate", "2026-02-01"), is(1.0));
  }

  @Test
  void engagementDropsBelowAFifthOfTheActivityOfTheNinetyDaysBefore() {
    assertThat(dropped("2026-04-10T00:00:00Z"), is(0.0));
    assertThat(dropped(), is(1.0));
  }

  /** Nine sessions in 90 days are 0.1 a day, a fifth of which is 0.6 in the 30 days of April. */
  private static Double dropped(String... inApril) {
    RawEvent[] events = new RawEvent[9 + inApril.length];
    for (int i = 0; i < 9; i++) {
      events[i] = session("2026-02-%02dT00:00:00Z".formatted(i + 1));
    }
    for (int i = 0; i < inApril.length; i++) {
      events[9 + i] = session(inApril[i]);
    }
    return value(standard("2026-05-01", customer(events)), "engagement_drop_rate", "2026-04-01");
  }

  @Test
  void timeToFundingIsThatOfNewCustomersWhoFundWithinAWeek() {
    List<KpiValue> values =
        standard(
            "2026-03-01",
            customer(
                profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
                step("2026-01-09T12:00:00Z", "application_submitted", null),
                step("2026-01-11T13:30:00Z", "account_funded", 100L)));

    assertThat(value(values, "hours_to_funding", "2026-01-01"), is(closeTo(49.5, 1e-9)));
    assertThat(value(values, "funding_rate_d7", "2026-01-01"), is(1.0));
    assertThat(value(values, "applications", "2026-01-01"), is(1.0));
  }

  @Test
  void offersCountWhatTheyCostAndBringWhenTheyAreTaken() {
    List<KpiValue> values =
        standard(
            "2026-03-01",
            customer(
                offer("2026-01-10T00:00:00Z", "x1"),
                offer("2026-01-11T00:00:00Z", "x2"),
                outcome("2026-01-12T00:00:00Z", "x1", true, 900L, 300L),
                outcome("2026-01-12T01:00:00Z", "x2", false, null, null)));

    assertThat(value(values, "offer_exposures", "2026-01-01"), is(2.0));
    assertThat(value(values, "offer_acceptance_rate", "2026-01-01"), is(0.5));
    assertThat(value(values, "offer_incentive_cost_minor", "2026-01-01"), is(300.0));
    assertThat(value(values, "incentive_per_acceptance_minor", "2026-01-01"), is(300.0));
    assertThat(value(values, "margin_per_accepted_offer_minor", "2026-01-01"), is(900.0));
  }

  private static Payment pay(String at, String invoice, String status) {
    return event(
        Payment.class, at, "status", status, "amount_minor", 1_000L, "invoice_id", invoice);
  }

  private static Invoice invoice(String id, String dueOn) {
    return event(
        Invoice.class,
        "2026-01-01T0" + id.charAt(1) + ":00:00Z",
        "invoice_id",
        id,
        "period_start",
        "2026-01-01",
        "due_on",
        dueOn,
        "amount_minor",
        1_000L);
  }

  private static SupportContact contacted(String at, String resolvedAt) {
    return event(SupportContact.class, at, "resolved_at", resolvedAt);
  }

  private static OfferExposure offer(String at, String id) {
    return event(OfferExposure.class, at, "exposure_id", id);
  }

  private static OfferOutcome outcome(
      String at, String id, boolean accepted, Long margin, Long incentive) {
    return event(
        OfferOutcome.class,
        at,
        "exposure_id",
        id,
        "accepted",
        accepted,
        "margin_minor",
        margin,
        "incentive_cost_minor",
        incentive);
  }
}
