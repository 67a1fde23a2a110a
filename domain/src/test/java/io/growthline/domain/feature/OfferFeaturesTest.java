package io.growthline.domain.feature;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.subscription;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OfferFeaturesTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-03-01");
  private static final RawEvent OPENED = profile("2026-01-01T00:00:00Z", "north", "2026-01-01");
  private static final RawEvent ACTIVE = session("2026-01-19T08:00:00Z");
  private static final RawEvent SHOWN = shown("x1", "boost", "2026-01-20T10:00:00Z", "standard");
  private static final RawEvent TAKEN = outcome("x1", "2026-02-03T10:00:00Z", true);

  @Test
  void whatWasKnownBeforeTheDayOfTheOfferIsBesideWhatBecameOfIt() {
    FctOfferFeatures row = row(OPENED, ACTIVE, session("2026-01-18T08:00:00Z"), SHOWN, TAKEN);

    assertThat(row.shownOn(), is(LocalDate.parse("2026-01-20")));
    assertThat(row.tenureDays(), is(19L));
    assertThat(row.sessionCount30d(), is(2L));
    assertThat(row.daysSinceActive(), is(0L));
    assertThat(row.incentiveMinor(), is(500L));
    assertThat(row.responded(), is(true));
    assertThat(row.taken(), is(true));
  }

  @Test
  void nothingOfTheDayOfTheOfferOrLaterIsAFeature() {
    FctOfferFeatures before = row(OPENED, ACTIVE, SHOWN, TAKEN);

    FctOfferFeatures after =
        row(
            OPENED,
            ACTIVE,
            session("2026-01-20T00:00:00Z"),
            subscription("2026-01-20T11:00:00Z", "start", 900),
            SHOWN,
            shown("x2", "boost", "2026-01-20T09:00:00Z", "standard"),
            outcome("x2", "2026-02-03T10:00:00Z", true),
            TAKEN);

    assertThat(after.sessionCount30d(), is(before.sessionCount30d()));
    assertThat(after.planPriceMinor(), is(0L));
    assertThat(after.offersSeen90d(), is(0L));
    assertThat(after.offersTaken(), is(0L));
  }

  @Test
  void earlierOffersCountAndTakenOnesOnceTheirOutcomeIsKnown() {
    RawEvent first = shown("x0", "trial", "2026-01-03T10:00:00Z", "standard");
    RawEvent known = outcome("x0", "2026-01-17T10:00:00Z", true);
    RawEvent late = outcome("x0", "2026-01-20T00:00:00Z", true);

    assertThat(row(OPENED, ACTIVE, first, known, SHOWN).offersSeen90d(), is(1L));
    assertThat(row(OPENED, ACTIVE, first, known, SHOWN).offersTaken(), is(1L));
    assertThat(row(OPENED, ACTIVE, first, late, SHOWN).offersTaken(), is(0L));
  }

  @Test
  void anOutcomeCountsOnceFourteenDaysHavePassed() {
    RawEvent early = outcome("x1", "2026-01-21T10:00:00Z", true);

    assertThat(rows(LocalDate.parse("2026-02-03"), SHOWN, early).get(0).taken(), is(nullValue()));
    assertThat(rows(LocalDate.parse("2026-02-04"), SHOWN, early).get(0).taken(), is(true));
  }

  @Test
  void withoutAnOutcomeNothingIsTakenForARefusal() {
    assertThat(row(OPENED, ACTIVE, SHOWN).taken(), is(nullValue()));
    assertThat(row(OPENED, ACTIVE, SHOWN).responded(), is(nullValue()));
  }

  @Test
  void theHoldoutHasNoResponseButItsOutcomeCountsInTheTrial() {
    FctOfferFeatures row =
        row(OPENED, ACTIVE, shown("x1", "boost", "2026-01-20T10:00:00Z", "holdout"), TAKEN);

    assertThat(row.responded(), is(nullValue()));
    assertThat(row.taken(), is(true));
    assertThat(row.inTrial(), is(true));
  }

  @Test
  void whoWasNotActiveTeachesNoResponse() {
    FctOfferFeatures row = row(OPENED, SHOWN, TAKEN);

    assertThat(row.responded(), is(nullValue()));
    assertThat(row.taken(), is(true));
  }

  @Test
  void aCustomerCountsInTheTrialOfAnOfferTheFirstTime() {
    List<FctOfferFeatures> rows =
        rows(
            AS_OF,
            shown("x2", "boost", "2026-01-25T10:00:00Z", "incentive"),
            SHOWN,
            shown("x3", "trial", "2026-01-26T10:00:00Z", "holdout"));

    assertThat(
        rows.stream().filter(FctOfferFeatures::inTrial).map(r -> r.exposureId()).toList(),
        contains("x1", "x3"));
  }

  @Test
  void anOfferWithoutAnArmIsNoTrial() {
    assertThat(
        row(OPENED, ACTIVE, shown("x1", "boost", "2026-01-20T10:00:00Z", null)).inTrial(),
        is(false));
  }

  @Test
  void nothingIsLearnedFromCustomersWhoNeedProtection() {
    assertThat(rows(AS_OF, OPENED, ACTIVE, SHOWN, TAKEN, vulnerable()), is(empty()));
  }

  @Test
  void aCustomerWithoutAnAccountHasNoTenure() {
    assertThat(row(SHOWN).tenureDays(), is(nullValue()));
  }

  @Test
  void theOrderOfEventsDoesNotMatter() {
    List<RawEvent> events = new ArrayList<>(List.of(OPENED, ACTIVE, SHOWN, TAKEN));
    List<FctOfferFeatures> rows = rows(AS_OF, events.toArray(RawEvent[]::new));
    java.util.Collections.reverse(events);

    assertThat(rows(AS_OF, events.toArray(RawEvent[]::new)), is(rows));
  }

  @Test
  void whoCanBeMadeAnOfferIsScoredWithTheTermsOfTheNewestOne() {
    List<CustomerOfferLatest> latest =
        latest(
            OPENED,
            session("2026-02-27T08:00:00Z"),
            SHOWN,
            TAKEN,
            event(
                OfferExposure.class,
                "2026-02-20T10:00:00Z",
                "exposure_id",
                "x5",
                "offer_id",
                "plan",
                "price_minor",
                700,
                "eligible",
                true),
            shown("x6", "boost", "2026-02-21T10:00:00Z", "holdout"));

    assertThat(latest.size(), is(1));
    assertThat(latest.get(0).asOf(), is(AS_OF));
    assertThat(latest.get(0).offerId(), is("plan"));
    assertThat(latest.get(0).priceMinor(), is(700L));
    assertThat(latest.get(0).offersSeen90d(), is(3L));
    assertThat(latest.get(0).offersTaken(), is(1L));
  }

  @Test
  void whoLeftOrNeedsProtectionOrSawNoOfferIsNotScored() {
    RawEvent active = session("2026-02-27T08:00:00Z");

    assertThat(latest(OPENED, ACTIVE, SHOWN), is(empty()));
    assertThat(latest(OPENED, active), is(empty()));
    assertThat(latest(OPENED, active, SHOWN, vulnerable()), is(empty()));
    assertThat(
        latest(OPENED, active, shown("x1", "boost", "2026-01-20T10:00:00Z", "holdout")),
        is(empty()));
    assertThat(
        latest(
            OPENED,
            active,
            event(
                OfferExposure.class,
                "2026-02-20T10:00:00Z",
                "exposure_id",
                "x5",
                "eligible",
                false)),
        is(empty()));
    assertThat(latest(OPENED, active, SHOWN).size(), is(1));
  }

  private static RawEvent vulnerable() {
    return event(
        CustomerProfile.class,
        "2026-02-25T00:00:00Z",
        "account_opened_on",
        "2026-01-01",
        "vulnerable_customer",
        true);
  }

  private static RawEvent shown(String exposure, String offer, String at, String arm) {
    return event(
        OfferExposure.class,
        at,
        "exposure_id",
        exposure,
        "offer_id",
        offer,
        "eligible",
        true,
        "incentive_minor",
        500,
        "arm",
        arm);
  }

  private static RawEvent outcome(String exposure, String at, boolean accepted) {
    return event(OfferOutcome.class, at, "exposure_id", exposure, "accepted", accepted);
  }

  private static FctOfferFeatures row(RawEvent... events) {
    return Stream.of(rows(AS_OF, events))
        .flatMap(List::stream)
        .filter(row -> row.exposureId().equals("x1"))
        .findFirst()
        .orElseThrow();
  }

  private static List<FctOfferFeatures> rows(LocalDate asOf, RawEvent... events) {
    return new OfferFeatures().rows(CustomerAsOf.of("c1", List.of(events), asOf));
  }

  private static List<CustomerOfferLatest> latest(RawEvent... events) {
    return new LatestOffers().rows(CustomerAsOf.of("c1", List.of(events), AS_OF));
  }
}
