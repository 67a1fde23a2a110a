package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.step;
import static java.util.Map.entry;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.OnboardingStep;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "employment_status",
                "employed",
                "card_type",
                "credit",
                "credit_limit_minor",
                10_000,
                "push_opt_in",
                true,
                "account_opened_on",
                "2026-01-11",
                "business_account",
                true),
            step("2026-01-11T11:00:00Z", "account_activated", null),
            event(
                Subscription.class,
                "2026-02-01T10:00:00Z",
                "plan",
                "plus",
                "change",
                "start",
                "price_minor",
                1200),
            spent("2026-01-12T10:00:00Z", 700, "food"),
            spent(BEFORE_30_DAYS, 1_000, "food"),
            spent("2026-04-02T10:00:00Z", 200, "travel"),
            spent("2026-04-03T10:00:00Z", 300, "travel"),
            event(Session.class, "2026-03-02T00:00:00Z"),
            event(Session.class, "2026-03-21T12:00:00Z"),
            event(Session.class, "2026-04-28T12:00:00Z"),
            event(FeatureUse.class, "2026-04-11T12:00:00Z", "feature", "pots"),
            event(FeatureUse.class, "2026-04-12T12:00:00Z", "feature", "splits"),
            event(FeatureUse.class, "2026-04-13T12:00:00Z", "feature", "budgets"),
            event(FeatureUse.class, "2026-04-14T12:00:00Z", "feature", "pots"),
            event(SupportContact.class, "2026-02-01T10:00:00Z", "complaint", true),
            event(SupportContact.class, "2026-02-02T10:00:00Z"),
            event(SupportContact.class, "2026-02-03T10:00:00Z"),
            event(SupportContact.class, "2026-02-04T10:00:00Z"),
            event(Invoice.class, "2026-02-01T12:00:00Z", "invoice_id", "i1", "amount_minor", 1_250),
            paid("2026-01-15T10:00:00Z", "i0", 100),
            paid("2026-02-06T10:00:00Z", "i1", 1_300),
            failed("2026-02-01T10:00:00Z"),
            failed("2026-02-02T10:00:00Z"),
            failed("2026-02-03T10:00:00Z"),
            failed("2026-02-04T10:00:00Z"),
            failed("2026-02-05T10:00:00Z"),
            event(NpsResponse.class, "2026-02-01T10:00:00Z", "score", 9),
            referral("2026-02-01T10:00:00Z", "qualified"),
            referral("2026-02-02T10:00:00Z", "qualified")),
        is(
            row(
                Map.ofEntries(
                    entry("region", "north"),
                    entry("income_segment", "high"),
                    entry("signup_channel", "organic"),
                    entry("account_opened_on", "2026-01-11"),
                    entry("tenure_days", 110),
                    entry("business_account", true),
                    entry("employment_status", "employed"),
                    entry("card_type", "credit"),
                    entry("credit_limit_minor", 10_000),
                    entry("push_opt_in", true),
                    entry("onboarding_state", "activated"),
                    entry("plan", "plus"),
                    entry("plan_price_minor", 1_200),
                    entry("subscription_status", "active"),
                    entry("paid_minor", 1_400),
                    entry("paid_minor_90d", 1_300),
                    entry("last_invoice_at", "2026-02-01T12:00:00Z"),
                    entry("last_invoice_minor", 1_250),
                    entry("last_invoice_status", "paid"),
                    entry("last_active_at", "2026-04-28T12:00:00Z"),
                    entry("days_since_active", 2),
                    entry("recency_status", "active"),
                    entry("transaction_count", 4),
                    entry("spend_minor", 2_200),
                    entry("transaction_count_30d", 2),
                    entry("spend_minor_30d", 500),
                    entry("transaction_count_90d", 3),
                    entry("spend_minor_90d", 1_500),
                    entry("spend_minor_prior_90d", 700),
                    entry("spend_change_90d", 8 / 7.0),
                    entry("monthly_spend_minor", 500.0),
                    entry("credit_utilisation", 0.05),
                    entry("average_transaction_minor", 550.0),
                    entry("days_since_transaction", 27),
                    entry("top_merchant_category", "food"),
                    entry("spending_profile", "traveler"),
                    entry("behavioural_segment", "new_growing"),
                    entry("revenue_tier", "low"),
                    entry("usage_tier", "light"),
                    entry("nps_tier", "promoter"),
                    entry("session_count_30d", 1),
                    entry("session_count_prior_30d", 2),
                    entry("features_used_30d", 3),
                    entry("engagement_trend", "falling"),
                    entry("open_complaints", 1),
                    entry("support_contacts_90d", 4),
                    entry("failed_payments_90d", 5),
                    entry("last_nps", 9),
                    entry("referrals_qualified", 2),
                    entry("retention_reason", "An open complaint comes first."),
                    entry("onboarding_reason", "An open complaint comes first."),
                    entry("premium_reason", "An open complaint comes first.")))));
  }

  @Test
  void ofACustomerWhoNeverDidAnythingNothingIsKnown() {
    assertThat(
        profile(referral(YESTERDAY, "invited")),
        is(
            row(
                Map.ofEntries(
                    entry("subscription_status", "none"),
                    entry("recency_status", "never_active"),
                    entry("spend_minor", 0),
                    entry("spend_minor_30d", 0),
                    entry("spend_minor_90d", 0),
                    entry("spend_minor_prior_90d", 0),
                    entry("monthly_spend_minor", 0.0),
                    entry("revenue_tier", "none"),
                    entry("usage_tier", "none"),
                    entry("nps_tier", "none"),
                    entry("engagement_trend", "none"),
                    entry("retention_reason", "Has no account."),
                    entry("onboarding_reason", "Has no account."),
                    entry("premium_reason", "Has no account.")))));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-01T00:00:00Z, active", // 30 days ago
    "2026-03-31T00:00:00Z, inactive_30_60",
    "2026-03-02T00:00:00Z, inactive_30_60",
    "2026-03-01T00:00:00Z, inactive_60_90",
    "2026-01-31T00:00:00Z, inactive_60_90",
    "2026-01-30T00:00:00Z, inactive_90_plus"
  })
  void theStatusOfRecencyFollowsTheDaysSinceTheLastActivity(String at, String status) {
    assertThat(profile(event(Session.class, at)).recencyStatus(), is(status));
  }

  @ParameterizedTest
  @CsvSource({"24, 76, balanced", "25, 75, traveler", "0, 100, balanced"})
  void fromAQuarterOfTravelOnACustomerIsATraveler(long travel, long other, String profile) {
    assertThat(
        profile(spent(YESTERDAY, travel, "travel"), spent(DAYS_90, other, "shopping"))
            .spendingProfile(),
        is(profile));
  }

  @ParameterizedTest
  @CsvSource({"59, 41, balanced", "60, 40, necessity"})
  void fromThreeFifthsOfNecessitiesOnSpendingIsForThem(long groceries, long other, String profile) {
    assertThat(
        profile(spent(YESTERDAY, groceries, "groceries"), spent(DAYS_90, other, "cash"))
            .spendingProfile(),
        is(profile));
  }

  @ParameterizedTest
  @CsvSource({
    "application_submitted, , applied",
    "kyc_decisioned, rejected, rejected",
    "kyc_decisioned, manual_review, applied",
    "kyc_decisioned, approved, approved",
    "account_activated, , activated",
    "account_funded, , funded"
  })
  void theStateOfOnboardingIsTheFurthestStep(String step, String outcome, String state) {
    assertThat(
        profile(
                event(OnboardingStep.class, YESTERDAY, "step", step, "outcome", outcome),
                step("2026-04-29T10:00:00Z", "application_submitted", null))
            .onboardingState(),
        is(state));
  }

  @Test
  void theNewestInvoiceIsOpenUntilSomethingIsPaidOrFails() {
    Invoice older = event(Invoice.class, "2026-03-01T10:00:00Z", "invoice_id", "i0");
    Invoice newest = event(Invoice.class, "2026-04-01T10:00:00Z", "invoice_id", "i1");
    Payment ofOlder = paid("2026-03-02T10:00:00Z", "i0", 5);
    Payment failed =
        event(Payment.class, "2026-04-02T10:00:00Z", "invoice_id", "i1", "status", "failed");

    assertThat(profile(older, newest, ofOlder).lastInvoiceStatus(), is("open"));
    assertThat(profile(older, newest, ofOlder, failed).lastInvoiceStatus(), is("failed"));
    assertThat(
        profile(older, newest, failed, paid("2026-04-03T10:00:00Z", "i1", 5)).lastInvoiceStatus(),
        is("paid"));
    assertThat(profile(ofOlder).lastInvoiceStatus(), is(nullValue()));
  }

  @Test
  void paymentsThatWereRefundedAreTakenBack() {
    assertThat(
        profile(
                paid("2026-04-01T10:00:00Z", "i1", 500),
                event(
                    Payment.class,
                    "2026-04-02T10:00:00Z",
                    "status",
                    "refunded",
                    "amount_minor",
                    200))
            .paidMinor(),
        is(300L));
  }

  @Test
  void withoutACreditLimitThereIsNoUtilisation() {
    assertThat(profile(spent(YESTERDAY, 500, "food")).creditUtilisation(), is(nullValue()));
    assertThat(
        profile(
                event(CustomerProfile.class, "2026-01-01T10:00:00Z", "credit_limit_minor", 0),
                spent(YESTERDAY, 500, "food"))
            .creditUtilisation(),
        is(nullValue()));
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

  /** A row with these columns; those left out are absent, 0, false or the first allowed value. */
  private static Customer360Profile row(Map<String, Object> columns) {
    Map<String, Object> all = new HashMap<>(columns);
    all.put("customer_id", "c1");
    all.put("as_of", AS_OF.toString());
    return Rows.of(Customer360Profile.class, all);
  }

  private static Payment paid(String at, String invoice, long amountMinor) {
    return event(
        Payment.class,
        at,
        "invoice_id",
        invoice,
        "status",
        "succeeded",
        "amount_minor",
        amountMinor);
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
