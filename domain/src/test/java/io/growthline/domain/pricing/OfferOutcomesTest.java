package io.growthline.domain.pricing;

import static io.growthline.domain.customer.Events.exposure;
import static io.growthline.domain.customer.Events.outcome;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.row;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferOutcomesTest {
  @Test
  void anOfferIsJoinedWithItsLastKnownOutcome() {
    List<FctOfferOutcome> rows =
        rows(
            exposure("2026-02-01T10:00:00Z", "e1", "spring"),
            outcome("2026-02-10T10:00:00Z", "e1", false),
            outcome("2026-02-15T10:00:00Z", "e1", true),
            exposure("2026-02-20T10:00:00Z", "e2", null));

    assertThat(rows.stream().map(FctOfferOutcome::accepted).toList(), contains(true, null));
    assertThat(rows.get(0).campaignId(), is("spring"));
    assertThat(rows.get(0).shownOn(), is(LocalDate.parse("2026-02-01")));
    assertThat(rows.get(0).priceMinor(), is(500L));
    assertThat(rows.get(1).marginMinor(), is(nullValue()));
  }

  @Test
  void anOutcomeWhoseOfferIsUnknownHasNoRow() {
    assertThat(rows(outcome("2026-02-10T10:00:00Z", "e9", true)), hasSize(0));
  }

  @Test
  void anExposureThatWasReportedTwiceIsTheFirst() {
    List<FctOfferOutcome> rows =
        rows(
            exposure("2026-02-01T10:00:00Z", "e1", "spring"),
            exposure("2026-02-02T10:00:00Z", "e1", "summer"));

    assertThat(rows.stream().map(FctOfferOutcome::campaignId).toList(), contains("spring"));
  }

  @Test
  void segmentAndRegionAreThoseOfTheTimeAndProtectionIsThatOfToday() {
    List<FctOfferOutcome> rows =
        rows(
            exposure("2026-01-05T10:00:00Z", "e0", null),
            profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
            exposure("2026-02-01T10:00:00Z", "e1", null),
            row(
                CustomerProfile.class,
                "2026-02-20T00:00:00Z",
                "region",
                "south",
                "vulnerable_customer",
                true));

    assertThat(rows.get(0).segment(), is("unknown"));
    assertThat(rows.get(0).region(), is(nullValue()));
    assertThat(rows.get(1).segment(), is("middle"));
    assertThat(rows.get(1).region(), is("north"));
    assertThat(rows.get(1).vulnerableCustomer(), is(true));
  }

  private static List<FctOfferOutcome> rows(RawEvent... events) {
    return new OfferOutcomes()
        .rows(CustomerAsOf.of("c1", List.of(events), LocalDate.parse("2026-03-01")));
  }
}
