package io.growthline.domain.inclusion;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.step;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All accounts are opened on 1 January: day 7 is the 7th, day 30 the 30th, day 90 is 31 March. */
class CustomerOutcomesTest {
  private static final CustomerOutcomes MART = new CustomerOutcomes();
  private static final RawEvent LOW = profile("2026-01-01T00:00:00Z", 0.39);
  private static final RawEvent HIGH = profile("2026-01-01T00:00:00Z", 0.7);

  @Test
  void aCustomerCountsInTheGroupOfTheProfileAtSignup() {
    RawEvent later = profile("2026-01-02T00:00:00Z", 0.9);

    assertThat(
        texts(counted("2026-01-08", customer(LOW, later)), "digital_confidence"),
        contains("activated_7d low 0 of 1"));
  }

  @Test
  void bandsBeginAtFortyAndSeventyPercent() {
    assertThat(ConfidenceBand.of(0.3999), is("low"));
    assertThat(ConfidenceBand.of(0.40), is("medium"));
    assertThat(ConfidenceBand.of(0.6999), is("medium"));
    assertThat(ConfidenceBand.of(0.70), is("high"));
    assertThat(ConfidenceBand.of(null), is("unknown"));
  }

  @Test
  void onlyOutcomesWhoseWindowHasPassedAreCounted() {
    List<RawEvent> funded = customer(HIGH, step("2026-01-30T23:59:58Z", "account_funded", 500L));

    assertThat(texts(counted("2026-01-07", funded), "digital_confidence"), is(empty()));
    assertThat(
        texts(counted("2026-01-30", funded), "digital_confidence"),
        contains("activated_7d high 0 of 1"));
    assertThat(
        texts(counted("2026-01-31", funded), "digital_confidence"),
        contains("activated_7d high 0 of 1", "funded_30d high 1 of 1"));
  }

  @Test
  void whoFundsAndBuysThreeTimesInSevenDaysIsActivated() {
    List<RawEvent> activated =
        customer(
            HIGH,
            step("2026-01-01T01:00:00Z", "account_funded", 500L),
            transaction("2026-01-02T00:00:00Z", 1),
            transaction("2026-01-03T00:00:00Z", 1),
            transaction("2026-01-07T23:59:58Z", 1));

    assertThat(
        texts(counted("2026-01-08", activated), "student"), contains("activated_7d no 1 of 1"));
  }

  @Test
  void whoIsSeenInTheThirdMonthIsStillActive() {
    List<RawEvent> stays = customer(HIGH, session("2026-03-31T23:59:58Z"));
    List<RawEvent> leaves = customer(LOW, session("2026-03-01T23:59:58Z"));

    assertThat(
        texts(counted("2026-04-01", stays, leaves), "digital_confidence", "active_90d"),
        contains("active_90d high 1 of 1", "active_90d low 0 of 1"));
  }

  @Test
  void aComplaintIsASupportContactTooAndCountsForNinetyDays() {
    List<RawEvent> complains =
        customer(
            HIGH, contact("2026-03-31T23:59:58Z", true), contact("2026-02-01T00:00:00Z", false));
    List<RawEvent> late = customer(HIGH, contact("2026-04-01T00:00:00Z", true));
    List<RawEvent> asks = customer(HIGH, contact("2026-01-01T00:00:00Z", false));

    assertThat(
        texts(
            counted("2026-04-01", complains, late, asks),
            "student",
            "complaint_90d",
            "support_contact_90d"),
        contains("complaint_90d no 1 of 3", "support_contact_90d no 2 of 3"));
  }

  @Test
  void onlyTheFirstAnswerAboutAnOfferCountsAndOnlyOfThoseAsked() {
    List<RawEvent> asked =
        customer(
            HIGH,
            offer("2026-01-02T00:00:00Z", null),
            offer("2026-01-03T00:00:00Z", false),
            offer("2026-01-04T00:00:00Z", true));
    List<RawEvent> notAsked = customer(HIGH, offer("2026-01-02T00:00:00Z", null));

    assertThat(
        texts(counted("2026-01-05", asked, notAsked), "student"),
        contains("offer_understood no 0 of 1"));
  }

  @Test
  void anOutcomeOfWhichTheSourcesTellNothingIsLeftOut() {
    Counts<CustomerOutcomes.Cell> counts = counted("2026-06-01", customer(HIGH));

    assertThat(
        MART.rows(counts, LocalDate.EPOCH).stream()
            .map(CustomerOutcome::outcome)
            .distinct()
            .toList(),
        contains("activated_7d", "funded_30d"));
  }

  @Test
  void ofAGroupBelowThirtyOnlyTheSizeIsTold() {
    Counts<CustomerOutcomes.Cell> counts = MART.empty();
    for (int i = 0; i < 30; i++) {
      count("2026-01-08", customer(HIGH), counts);
    }
    for (int i = 0; i < 29; i++) {
      count("2026-01-08", customer(LOW), counts);
    }

    List<CustomerOutcome> rows =
        MART.rows(counts, LocalDate.EPOCH).stream()
            .filter(row -> row.dimension().equals("digital_confidence"))
            .toList();

    assertThat(rows.get(0).rate(), is(0.0));
    assertThat(rows.get(0).withOutcome(), is(0L));
    assertThat(rows.get(1).customers(), is(29L));
    assertThat(rows.get(1).withOutcome(), is(nullValue()));
    assertThat(rows.get(1).rate(), is(nullValue()));
    assertThat(rows.get(1).upper(), is(nullValue()));
  }

  private static RawEvent profile(String at, double confidence) {
    return event(
        CustomerProfile.class,
        at,
        "account_opened_on",
        "2026-01-01",
        "income_segment",
        "middle",
        "digital_confidence",
        confidence);
  }

  private static RawEvent contact(String at, boolean complaint) {
    return event(SupportContact.class, at, "complaint", complaint);
  }

  private static RawEvent offer(String at, Boolean understood) {
    return event(OfferExposure.class, at, "understood", understood);
  }

  /** A customer whose application is known. */
  private static List<RawEvent> customer(RawEvent... events) {
    List<RawEvent> all = new ArrayList<>(List.of(events));
    all.add(step("2026-01-01T00:00:00Z", "application_submitted", null));
    return all;
  }

  @SafeVarargs
  private static Counts<CustomerOutcomes.Cell> counted(String asOf, List<RawEvent>... customers) {
    Counts<CustomerOutcomes.Cell> counts = MART.empty();
    for (List<RawEvent> events : customers) {
      count(asOf, events, counts);
    }
    return counts;
  }

  private static void count(
      String asOf, List<RawEvent> events, Counts<CustomerOutcomes.Cell> counts) {
    MART.count(CustomerAsOf.of("c1", events, LocalDate.parse(asOf)), counts);
  }

  /** Counts of a dimension; of all outcomes, or of those named. */
  private static List<String> texts(
      Counts<CustomerOutcomes.Cell> counts, String dimension, String... outcomes) {
    List<String> texts = new ArrayList<>();
    counts.forEach(
        (cell, n) -> {
          boolean asked = outcomes.length == 0 || List.of(outcomes).contains(cell.outcome());
          if (cell.dimension().equals(dimension) && asked) {
            texts.add("%s %s %d of %d".formatted(cell.outcome(), cell.value(), n[1], n[0]));
          }
        });
    return texts;
  }
}
