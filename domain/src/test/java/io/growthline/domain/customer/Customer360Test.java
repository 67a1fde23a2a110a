package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Referral;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As of May 1: the last 30 days begin on April 1, the last 90 days on January 31. */
class Customer360Test {
  private static final String BEFORE_30_DAYS = "2026-03-31T23:59:59Z";
  private static final String DAYS_30 = "2026-04-01T00:00:00Z";
  private static final String BEFORE_90_DAYS = "2026-01-30T23:59:59Z";
  private static final String DAYS_90 = "2026-01-31T00:00:00Z";
  private static final String YESTERDAY = "2026-04-30T10:00:00Z";
  private static final LocalDate AS_OF = LocalDate.parse("2026-05-01");

  @Test
  void everyColumnHasItsOwnValue() {
    assertThat(
        profile(
            event(
                CustomerProfile.class,
                "2026-01-11T10:00:00Z",
                "region",
                "north",
                "income_segment",
                "high",
                "signup_channel",
                "organic",
                "account_opened_on",
                "2026-01-11",
                "business_account",
                true),
            event(
                Subscription.class,
                "2026-02-01T10:00:00Z",
                "plan",
                "plus",
                "change",
                "start",
                "price_minor",
                1200),
            spent(BEFORE_30_DAYS, 1_000, "food"),
            spent("2026-04-02T10:00:00Z", 200, "travel"),
            spent("2026-04-03T10:00:00Z", 300, "travel"),
            event(Session.class, "2026-04-28T12:00:00Z"),
            event(SupportContact.class, "2026-02-01T10:00:00Z", "complaint", true),
            event(SupportContact.class, "2026-02-02T10:00:00Z"),
            event(SupportContact.class, "2026-02-03T10:00:00Z"),
            event(SupportContact.class, "2026-02-04T10:00:00Z"),
            failed("2026-02-01T10:00:00Z"),
            failed("2026-02-02T10:00:00Z"),
            failed("2026-02-03T10:00:00Z"),
            failed("2026-02-04T10:00:00Z"),
            failed("2026-02-05T10:00:00Z"),
            event(NpsResponse.class, "2026-02-01T10:00:00Z", "score", 9),
            referral("2026-02-01T10:00:00Z", "qualified"),
            referral("2026-02-02T10:00:00Z", "qualified")),
        is(
            new Customer360Profile(
                "c1",
                AS_OF,
                "north",
                "high",
                "organic",
                LocalDate.parse("2026-01-11"),
                110L,
                false,
                true,
                "plus",
                1200L,
                "active",
                Instant.parse("2026-04-28T12:00:00Z"),
                2L,
                3,
                1_500L,
                2,
                500L,
                500.0,
                27L,
                "food",
                1,
                1,
                4,
                5,
                9L,
                2,
                0,
                0)));
  }

  @Test
  void ofACustomerWhoNeverDidAnythingNothingIsKnown() {
    assertThat(
        profile(referral(YESTERDAY, "invited")),
        is(
            new Customer360Profile(
                "c1", AS_OF, null, null, null, null, null, false, false, null, null, "none", null,
                null, 0, 0L, 0, 0L, null, null, null, 0, 0, 0, 0, null, 0, 0, 0)));
  }

  @Test
  void whatIsNotKnownYetDoesNotCount() {
    assertThat(
        profile(
                event(Transaction.class, YESTERDAY, "ingested_at", "2026-05-01T00:00:00Z"),
                event(Transaction.class, "2026-05-01T00:00:00Z"))
            .transactionCount(),
        is(0L));
  }

  @Test
  void attributesAreThoseOfTheNewestProfile() {
    Customer360Profile row =
        profile(
            event(CustomerProfile.class, "2026-01-01T10:00:00Z", "region", "north"),
            event(
                CustomerProfile.class,
                "2026-02-01T10:00:00Z",
                "region",
                "south",
                "vulnerable_customer",
                true));

    assertThat(row.region(), is("south"));
    assertThat(row.vulnerableCustomer(), is(true));
    assertThat(row.businessAccount(), is(false));
  }

  @Test
  void theDayThirtyDaysAgoIsTheFirstOfTheLast30() {
    Customer360Profile row =
        profile(
            spent(BEFORE_30_DAYS, 1, "food"),
            spent(DAYS_30, 20, "food"),
            event(Session.class, BEFORE_30_DAYS),
            event(Session.class, DAYS_30));

    assertThat(row.transactionCount30d(), is(1L));
    assertThat(row.spendMinor30d(), is(20L));
    assertThat(row.sessionCount30d(), is(1L));
  }

  @Test
  void theDayNinetyDaysAgoIsTheFirstOfTheLast90() {
    Customer360Profile row =
        profile(
            event(SupportContact.class, BEFORE_90_DAYS),
            event(SupportContact.class, DAYS_90),
            failed(BEFORE_90_DAYS),
            failed(DAYS_90));

    assertThat(row.supportContacts90d(), is(1L));
    assertThat(row.failedPayments90d(), is(1L));
  }

  @Test
  void onlyApprovedTransactionsAreSpending() {
    Customer360Profile row =
        profile(
            spent("2026-01-01T10:00:00Z", 100, "food"),
            event(
                Transaction.class,
                "2026-01-02T10:00:00Z",
                "status",
                "declined",
                "amount_minor",
                900,
                "merchant_category",
                "travel"),
            event(
                Transaction.class,
                "2026-01-03T10:00:00Z",
                "transaction_id",
                "another",
                "status",
                "reversed",
                "amount_minor",
                900));

    assertThat(row.transactionCount(), is(1L));
    assertThat(row.spendMinor(), is(100L));
    assertThat(row.topMerchantCategory(), is("food"));
    assertThat(row.lastActiveAt(), is(Instant.parse("2026-01-03T10:00:00Z")));
  }

  @Test
  void theMeanTransactionMayBeAFraction() {
    assertThat(
        profile(spent("2026-01-01T10:00:00Z", 3, "food"), spent("2026-01-02T10:00:00Z", 4, "food"))
            .averageTransactionMinor(),
        is(3.5));
  }

  @Test
  void theTopCategoryHasTheHighestSpendingNotTheMostTransactions() {
    assertThat(
        topCategory(
            spent("2026-01-01T10:00:00Z", 30, "food"),
            spent("2026-01-02T10:00:00Z", 30, "food"),
            spent("2026-01-03T10:00:00Z", 61, "travel")),
        is("travel"));
  }

  @Test
  void spendingInACategoryAddsUp() {
    assertThat(
        topCategory(
            spent("2026-01-01T10:00:00Z", 30, "food"),
            spent("2026-01-02T10:00:00Z", 32, "food"),
            spent("2026-01-03T10:00:00Z", 61, "travel")),
        is("food"));
  }

  @Test
  void aCategoryWithRefundsAloneIsTheTopOneWhenThereIsNoOther() {
    assertThat(topCategory(spent("2026-01-01T10:00:00Z", -50, "food")), is("food"));
  }

  @Test
  void ofEqualCategoriesTheFirstInTheAlphabetIsTheTop() {
    assertThat(
        topCategory(
            spent("2026-01-01T10:00:00Z", 50, "travel"), spent("2026-01-02T10:00:00Z", 50, "food")),
        is("food"));
  }

  @Test
  void spendingWithoutACategoryIsNoCategory() {
    assertThat(topCategory(spent("2026-01-01T10:00:00Z", 50, null)), is(nullValue()));
  }

  @Test
  void aComplaintIsOpenUntilItIsResolved() {
    assertThat(openComplaints(complaint(null)), is(1L));
    assertThat(openComplaints(complaint("2026-05-01T00:00:00Z")), is(1L));
    assertThat(openComplaints(complaint("2026-04-30T23:59:59Z")), is(0L));
  }

  @Test
  void aQuestionIsNoComplaint() {
    assertThat(openComplaints(event(SupportContact.class, YESTERDAY)), is(0L));
  }

  @Test
  void aComplaintOfLongAgoIsStillOpen() {
    assertThat(
        openComplaints(event(SupportContact.class, "2024-01-01T10:00:00Z", "complaint", true)),
        is(1L));
  }

  @Test
  void paymentsThatSucceededOrWereRefundedHaveNotFailed() {
    assertThat(
        profile(
                event(Payment.class, "2026-04-01T10:00:00Z", "status", "succeeded"),
                event(Payment.class, "2026-04-02T10:00:00Z", "status", "refunded"))
            .failedPayments90d(),
        is(0L));
  }

  @Test
  void theNewestAnswerCounts() {
    assertThat(
        profile(
                event(NpsResponse.class, "2026-01-01T10:00:00Z", "score", 9),
                event(NpsResponse.class, "2026-02-01T10:00:00Z", "score", 2))
            .lastNps(),
        is(2L));
  }

  @Test
  void onlyReferralsThatQualifiedCount() {
    assertThat(
        profile(
                referral("2026-01-01T10:00:00Z", "invited"),
                referral("2026-01-02T10:00:00Z", "qualified"),
                referral("2026-01-03T10:00:00Z", "settled"))
            .referralsQualified(),
        is(1L));
  }

  @Test
  void daysSinceActivityAreWholeDays() {
    assertThat(profile(event(Session.class, "2026-04-30T00:00:00Z")).daysSinceActive(), is(1L));
    assertThat(profile(event(Session.class, "2026-04-30T00:00:01Z")).daysSinceActive(), is(0L));
  }

  @Test
  void daysSinceATransactionAreThoseSinceTheLastApprovedOne() {
    Customer360Profile row =
        profile(
            spent("2026-04-20T10:00:00Z", 5, "food"),
            event(Transaction.class, "2026-04-29T10:00:00Z", "status", "declined"));

    assertThat(row.daysSinceTransaction(), is(10L));
    assertThat(row.daysSinceActive(), is(1L));
  }

  private static String topCategory(RawEvent... events) {
    return profile(events).topMerchantCategory();
  }

  private static long openComplaints(RawEvent... events) {
    return profile(events).openComplaints();
  }

  private static Customer360Profile profile(RawEvent... events) {
    return new Customer360().rows(CustomerAsOf.of("c1", List.of(events), AS_OF)).get(0);
  }

  private static Transaction spent(String at, long amountMinor, String category) {
    return event(Transaction.class, at, "amount_minor", amountMinor, "merchant_category", category);
  }

  private static SupportContact complaint(String resolvedAt) {
    return event(SupportContact.class, YESTERDAY, "complaint", true, "resolved_at", resolvedAt);
  }

  private static Payment failed(String at) {
    return event(Payment.class, at, "status", "failed");
  }

  private static Referral referral(String at, String stage) {
    return event(Referral.class, at, "stage", stage);
  }
}
