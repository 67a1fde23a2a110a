package io.growthline.domain.geo;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionDaysTest {
  private static final RegionDays MART = new RegionDays();
  private static final LocalDate AS_OF = LocalDate.parse("2026-02-09");

  private static final List<RawEvent> STAYS =
      List.of(
          profile("2026-01-01T00:00:00Z", "north", "2026-01-01"),
          event(OnboardingStep.class, "2026-01-03T10:00:00Z", "step", "account_activated"),
          transaction("2026-01-05T11:00:00Z", 300),
          transaction("2026-01-05T12:00:00Z", -100));
  private static final List<RawEvent> MOVES =
      List.of(
          profile("2026-01-01T00:00:00Z", "north", "2026-01-01"),
          transaction("2026-01-05T11:00:00Z", 500),
          profile("2026-01-06T12:00:00Z", "south", "2026-01-01"),
          transaction("2026-01-06T11:00:00Z", 40),
          transaction("2026-01-06T13:00:00Z", 2));

  @Test
  void signupsActivationsAndSpendCountByRegionAndDay() {
    assertThat(
        rows(STAYS, MOVES),
        contains(
            "activations north 2026-01-03 1",
            "signups north 2026-01-01 2",
            // 300 less a refund of 100, and 500 of who has not moved yet.
            "spend_minor north 2026-01-05 700",
            // Spending counts where the customer lived at that moment.
            "spend_minor north 2026-01-06 40",
            "spend_minor south 2026-01-06 2"));
  }

  @Test
  void whoOpenedBeforeTheFirstProfileCountsWhereThatSays() {
    assertThat(
        rows(List.of(profile("2026-01-20T00:00:00Z", "south", "2026-01-02"))),
        contains("signups south 2026-01-02 1"));
  }

  @Test
  void whoMovesOnTheDayOfTheSignupCountsWhereTheDayEnds() {
    assertThat(
        rows(
            List.of(
                profile("2026-01-02T08:00:00Z", "north", "2026-01-02"),
                profile("2026-01-02T20:00:00Z", "south", "2026-01-02"))),
        contains("signups south 2026-01-02 1"));
  }

  @Test
  void withoutAProfileTheRegionIsUnknown() {
    assertThat(
        rows(
            List.of(
                event(OnboardingStep.class, "2026-01-03T10:00:00Z", "step", "account_activated"))),
        contains("activations unknown 2026-01-03 1", "signups unknown 2026-01-03 1"));
  }

  @Test
  void spendIsAbsentWhereARateIsMissingAndSoIsWhatHappenedOnNoDay() {
    Counts<RegionDays.Cell> totals = MART.empty();
    MART.count(
        CustomerAsOf.of(
            "c1",
            List.of(
                profile("2026-01-01T00:00:00Z", "north", "2026-01-01"),
                transaction("2026-01-05T11:00:00Z", 300),
                event(
                    Transaction.class,
                    "2026-01-05T12:00:00Z",
                    "currency",
                    "JPY",
                    "amount_minor",
                    900L,
                    "status",
                    "approved")),
            AS_OF,
            new ReportingCurrency("GBP", List.of())),
        totals);

    assertThat(
        lines(totals), contains("signups north 2026-01-01 1", "spend_minor north 2026-01-05 null"));
    assertThat(lines(MART.empty()), is(empty()));
  }

  @SafeVarargs
  private static List<String> rows(List<RawEvent>... customers) {
    Counts<RegionDays.Cell> totals = MART.empty();
    for (List<RawEvent> events : customers) {
      MART.count(CustomerAsOf.of("c1", events, AS_OF), totals);
    }
    return lines(totals);
  }

  private static List<String> lines(Counts<RegionDays.Cell> totals) {
    return MART.rows(totals, AS_OF).stream()
        .map(row -> row.metric() + " " + row.region() + " " + row.day() + " " + row.value())
        .sorted()
        .toList();
  }
}
