package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.profile;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.RawEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomerVersionsTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void aChangeEndsOneVersionAndStartsTheNext() {
    CustomerVersions versions =
        versions(
            profile("2026-01-01T00:00:00Z", "north", "2026-01-01"),
            profile("2026-03-01T00:00:00Z", "south", "2026-01-01"));

    assertThat(
        versions.all().stream().map(DimCustomer::region).toList(), contains("north", "south"));
    assertThat(versions.all().get(0).validTo(), is(MARCH));
    assertThat(versions.all().get(0).isCurrent(), is(false));
    assertThat(versions.all().get(1).isCurrent(), is(true));
  }

  @Test
  void theVersionAtAnInstantStartsThenOrEarlier() {
    CustomerVersions versions =
        versions(
            profile("2026-01-01T00:00:00Z", "north", "2026-01-01"),
            profile("2026-03-01T00:00:00Z", "south", "2026-01-01"));

    assertThat(region(versions, MARCH.minusNanos(1_000)), is(Optional.of("north")));
    assertThat(region(versions, MARCH), is(Optional.of("south")));
    assertThat(region(versions, Instant.parse("2025-12-31T23:59:59Z")), is(Optional.empty()));
  }

  @Test
  void theVersionBeforeADayStartedEarlierThanItsMidnight() {
    CustomerVersions versions =
        versions(
            profile("2026-01-01T00:00:00Z", "north", "2026-01-01"),
            profile("2026-03-01T00:00:00Z", "south", "2026-01-01"));

    assertThat(
        versions.before(LocalDate.parse("2026-03-01")).map(DimCustomer::region),
        is(Optional.of("north")));
    assertThat(
        versions.before(LocalDate.parse("2026-03-02")).map(DimCustomer::region),
        is(Optional.of("south")));
    assertThat(versions.before(LocalDate.parse("2026-01-01")), is(Optional.empty()));
  }

  @Test
  void equalContentInARowIsOneVersion() {
    CustomerVersions versions =
        versions(
            profile("2026-01-01T00:00:00Z", "north", "2026-01-01"),
            profile("2026-02-01T00:00:00Z", "north", "2026-01-01"));

    assertThat(versions.all().size(), is(1));
  }

  @Test
  void ofTwoProfilesAtTheSameTimeOneCounts() {
    CustomerVersions versions =
        versions(
            profile("2026-01-01T00:00:00Z", "north", "2026-01-01"),
            profile("2026-01-01T00:00:00Z", "south", "2026-01-01"));

    assertThat(versions.all().stream().map(DimCustomer::region).toList(), contains("south"));
  }

  private static CustomerVersions versions(RawEvent... events) {
    return CustomerVersions.of(
        CustomerTimeline.of(
            "c1", List.of(events), LocalDate.parse("2026-12-01"), ReportingCurrency.AS_WRITTEN));
  }

  private static Optional<String> region(CustomerVersions versions, Instant at) {
    return versions.at(at).map(DimCustomer::region);
  }
}
