package io.growthline.domain.pricing;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferOutcomesTest {
  private static final OfferExposure SHOWN = shown("2026-01-10T23:59:59Z", 900);
  private static final OfferOutcome TAKEN =
      event(
          OfferOutcome.class,
          "2026-01-20T10:00:00Z",
          "exposure_id",
          "x1",
          "accepted",
          true,
          "margin_minor",
          2500,
          "incentive_cost_minor",
          400,
          "support_contact_14d",
          true,
          "complaint_14d",
          false);

  @Test
  void anOfferIsJoinedWithItsOutcome() {
    assertThat(
        row(profile("2026-01-01T00:00:00Z", "north", "high", false), SHOWN, TAKEN),
        is(
            new FctOfferOutcome(
                "x1",
                "c1",
                "plus",
                "spring",
                "plus_plan",
                "plan_price",
                "incentive",
                Instant.parse("2026-01-10T23:59:59Z"),
                LocalDate.parse("2026-01-10"),
                "high",
                "north",
                900,
                500,
                true,
                false,
                true,
                2500L,
                400L,
                true,
                false,
                true,
                false)));
  }

  @Test
  void anOfferWithoutAnOutcomeIsNeitherTakenNorRefused() {
    FctOfferOutcome row = row(SHOWN);

    assertThat(row.accepted(), is(nullValue()));
    assertThat(row.marginMinor(), is(nullValue()));
    assertThat(row.incentiveCostMinor(), is(nullValue()));
    assertThat(row.supportContact14d(), is(nullValue()));
    assertThat(row.complaint14d(), is(nullValue()));
    assertThat(row.humanReviewRequired(), is(false));
  }

  @Test
  void ofSeveralOutcomesTheLastCounts() {
    OfferOutcome withdrawn =
        event(OfferOutcome.class, "2026-01-21T10:00:00Z", "exposure_id", "x1", "accepted", false);

    assertThat(row(SHOWN, withdrawn, TAKEN).accepted(), is(false));
  }

  @Test
  void anOutcomeOfAnotherOfferSaysNothing() {
    OfferExposure other = event(OfferExposure.class, "2026-01-11T10:00:00Z", "exposure_id", "x2");

    List<FctOfferOutcome> rows = rows(SHOWN, other, TAKEN);

    assertThat(rows.stream().map(FctOfferOutcome::exposureId).toList(), contains("x1", "x2"));
    assertThat(rows.get(1).accepted(), is(nullValue()));
  }

  @Test
  void anOutcomeWhoseOfferIsUnknownHasNoRow() {
    assertThat(rows(TAKEN), is(empty()));
  }

  @Test
  void ofAnOfferShownTwiceTheFirstExposureCounts() {
    List<FctOfferOutcome> rows = rows(shown("2026-01-12T10:00:00Z", 700), SHOWN);

    assertThat(rows.stream().map(FctOfferOutcome::priceMinor).toList(), contains(900L));
  }

  @Test
  void regionAndSegmentAreThoseOfTheCustomerThen() {
    FctOfferOutcome row =
        row(
            profile("2026-01-01T00:00:00Z", "north", "low", false),
            SHOWN,
            profile("2026-01-15T00:00:00Z", "south", "high", false));

    assertThat(row.region(), is("north"));
    assertThat(row.segment(), is("low"));
  }

  @Test
  void aCustomerWithoutAProfileThenIsOfAnUnknownSegment() {
    FctOfferOutcome row = row(SHOWN, profile("2026-01-15T00:00:00Z", "south", "high", false));

    assertThat(row.region(), is(nullValue()));
    assertThat(row.segment(), is("unknown"));
  }

  @Test
  void aCustomerFoundVulnerableLaterIsProtectedInOlderOffersToo() {
    FctOfferOutcome row =
        row(
            profile("2026-01-01T00:00:00Z", "north", "low", false),
            SHOWN,
            profile("2026-01-15T00:00:00Z", "north", "low", true));

    assertThat(row.vulnerableCustomer(), is(true));
  }

  @Test
  void anOfferToACustomerWhoWasVulnerableThenNeedsReview() {
    CustomerProfile then = profile("2026-01-01T00:00:00Z", "north", "low", true);
    CustomerProfile later = profile("2026-01-15T00:00:00Z", "north", "low", false);

    assertThat(row(then, SHOWN, later).humanReviewRequired(), is(true));
  }

  @Test
  void anOfferToACustomerFoundVulnerableLaterNeedsNone() {
    CustomerProfile then = profile("2026-01-01T00:00:00Z", "north", "low", false);
    CustomerProfile later = profile("2026-01-15T00:00:00Z", "north", "low", true);

    assertThat(row(then, SHOWN, later).humanReviewRequired(), is(false));
  }

  @Test
  void anOfferThatWasNotConfirmedAsUnderstoodNeedsReview() {
    assertThat(row(understood(false)).humanReviewRequired(), is(true));
    assertThat(row(understood(true)).humanReviewRequired(), is(false));
  }

  @Test
  void whereUnderstandingWasNotAskedForNoReviewFollows() {
    FctOfferOutcome row = row(understood(null));

    assertThat(row.understood(), is(nullValue()));
    assertThat(row.humanReviewRequired(), is(false));
  }

  @Test
  void aComplaintWithin14DaysCallsForReviewAndAContactAloneDoesNot() {
    assertThat(row(SHOWN, TAKEN).humanReviewRequired(), is(false));
    assertThat(row(SHOWN, outcome("complaint_14d", true)).humanReviewRequired(), is(true));
    assertThat(row(SHOWN, outcome("complaint_14d", null)).humanReviewRequired(), is(false));
  }

  private static OfferExposure understood(Boolean understood) {
    return event(
        OfferExposure.class, "2026-01-10T10:00:00Z", "exposure_id", "x1", "understood", understood);
  }

  private static OfferOutcome outcome(String column, Boolean value) {
    return event(OfferOutcome.class, "2026-01-24T10:00:00Z", "exposure_id", "x1", column, value);
  }

  private static FctOfferOutcome row(RawEvent... events) {
    List<FctOfferOutcome> rows = rows(events);
    assertThat(rows.size(), is(1));
    return rows.get(0);
  }

  private static List<FctOfferOutcome> rows(RawEvent... events) {
    return new OfferOutcomes()
        .rows(CustomerAsOf.of("c1", List.of(events), LocalDate.parse("2026-03-01")));
  }

  private static OfferExposure shown(String at, long priceMinor) {
    return event(
        OfferExposure.class,
        at,
        "exposure_id",
        "x1",
        "offer_id",
        "plus",
        "campaign_id",
        "spring",
        "price_minor",
        priceMinor,
        "incentive_minor",
        500,
        "eligible",
        true,
        "understood",
        true,
        "product",
        "plus_plan",
        "offer_type",
        "plan_price",
        "arm",
        "incentive");
  }

  private static CustomerProfile profile(
      String at, String region, String segment, boolean vulnerable) {
    return event(
        CustomerProfile.class,
        at,
        "region",
        region,
        "income_segment",
        segment,
        "vulnerable_customer",
        vulnerable);
  }
}
