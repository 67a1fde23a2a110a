package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.answer;
import static io.growthline.domain.customer.Events.contact;
import static io.growthline.domain.customer.Events.payment;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.referral;
import static io.growthline.domain.customer.Events.row;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.subscription;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As of 1 June 2026: the last 30 days begin on 2 May, the last 90 on 3 March. */
class Customer360Test {
  private static final LocalDate JUNE = LocalDate.parse("2026-06-01");

  @Test
  void spendingCountsApprovedTransactionsInAllAndOfTheLast30Days() {
    Customer360Profile profile =
        profileOf(
            transaction("2026-04-01T10:00:00Z", 100),
            transaction("2026-05-01T23:59:59Z", 200),
            transaction("2026-05-02T00:00:00Z", 400),
            transaction("2026-05-20T00:00:00Z", 800),
            transaction("2026-05-30T00:00:00Z", 1_600, "declined", JUNE_MORNING));

    assertThat(profile.transactionCount(), is(4L));
    assertThat(profile.spendMinor(), is(1_500L));
    assertThat(profile.transactionCount30d(), is(2L));
    assertThat(profile.spendMinor30d(), is(1_200L));
    assertThat(profile.averageTransactionMinor(), is(375.0));
    assertThat(profile.daysSinceTransaction(), is(12L));
    assertThat(profile.daysSinceActive(), is(2L));
    assertThat(profile.lastActiveAt(), is(Instant.parse("2026-05-30T00:00:00Z")));
  }

  private static final Instant JUNE_MORNING = Instant.parse("2026-05-31T00:00:00Z");

  @Test
  void withoutApprovedTransactionsThereIsNoAverage() {
    Customer360Profile profile = profileOf(session("2026-05-31T12:00:00Z"));

    assertThat(profile.averageTransactionMinor(), is(nullValue()));
    assertThat(profile.daysSinceTransaction(), is(nullValue()));
    assertThat(profile.topMerchantCategory(), is(nullValue()));
    assertThat(profile.sessionCount30d(), is(1L));
    assertThat(profile.daysSinceActive(), is(0L));
  }

  @Test
  void theTopCategoryHasTheHighestSpendingAndOfEqualOnesTheFirstInTheAlphabet() {
    assertThat(
        profileOf(spent("10", "food", 5), spent("11", "travel", 3), spent("12", "travel", 3))
            .topMerchantCategory(),
        is("travel"));
    assertThat(
        profileOf(spent("10", "travel", 5), spent("11", "food", 5), spent("12", null, 9))
            .topMerchantCategory(),
        is("food"));
    assertThat(
        profileOf(spent("10", "travel", -5), spent("11", "food", -7)).topMerchantCategory(),
        is("travel"));
  }

  @Test
  void attributesAreThoseOfTheNewestProfile() {
    Customer360Profile profile =
        profileOf(
            profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
            profile("2026-03-01T00:00:00Z", "south", "2026-01-10"));

    assertThat(profile.region(), is("south"));
    assertThat(profile.incomeSegment(), is("middle"));
    assertThat(profile.signupChannel(), is("organic"));
    assertThat(profile.accountOpenedOn(), is(LocalDate.parse("2026-01-10")));
    assertThat(profile.tenureDays(), is(142L));
  }

  @Test
  void thePlanIsThatOfTheActiveSubscription() {
    Customer360Profile active = profileOf(subscription("2026-03-01T00:00:00Z", "start", 500));
    Customer360Profile cancelled =
        profileOf(
            subscription("2026-03-01T00:00:00Z", "start", 500),
            subscription("2026-05-01T00:00:00Z", "cancel", 0));

    assertThat(active.subscriptionStatus(), is("active"));
    assertThat(active.plan(), is("plus"));
    assertThat(active.planPriceMinor(), is(500L));
    assertThat(cancelled.subscriptionStatus(), is("cancelled"));
    assertThat(cancelled.plan(), is(nullValue()));
    assertThat(profileOf(session("2026-05-31T12:00:00Z")).subscriptionStatus(), is("none"));
  }

  @Test
  void aComplaintIsOpenUntilItIsResolved() {
    Customer360Profile profile =
        profileOf(
            contact("2026-03-02T10:00:00Z", true, null),
            contact("2026-03-03T10:00:00Z", true, "2026-05-31T23:59:59Z"),
            contact("2026-03-04T10:00:00Z", true, "2026-06-01T00:00:00Z"),
            contact("2026-03-05T10:00:00Z", false, null));

    assertThat(profile.openComplaints(), is(2L));
    assertThat(profile.supportContacts90d(), is(3L));
  }

  @Test
  void paymentsAnswersAndReferralsAreThoseThatTheColumnsName() {
    Customer360Profile profile =
        profileOf(
            payment("2026-03-02T23:00:00Z", "failed", 1),
            payment("2026-03-03T00:00:00Z", "failed", 1),
            payment("2026-04-03T00:00:00Z", "succeeded", 1),
            answer("2026-04-01T00:00:00Z", 3),
            answer("2026-05-01T00:00:00Z", 9),
            referral("2026-04-01T00:00:00Z", "invited"),
            referral("2026-04-02T00:00:00Z", "qualified"));

    assertThat(profile.failedPayments90d(), is(1L));
    assertThat(profile.lastNps(), is(9L));
    assertThat(profile.referralsQualified(), is(1L));
  }

  private static Transaction spent(String day, String category, long amountMinor) {
    return row(
        Transaction.class,
        "2026-01-" + day + "T10:00:00Z",
        "merchant_category",
        category,
        "amount_minor",
        amountMinor,
        "status",
        "approved");
  }

  private static Customer360Profile profileOf(RawEvent... events) {
    return new Customer360().rows(CustomerAsOf.of("c1", List.of(events), JUNE)).get(0);
  }
}
