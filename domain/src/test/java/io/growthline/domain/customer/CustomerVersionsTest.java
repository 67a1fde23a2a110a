package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.profile;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.RawEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
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
  void whatACustomerNeedsHasAHistoryToo() {
    CustomerVersions versions =
        versions(
            profile("2026-01-01T00:00:00Z", "north", "2026-01-01"),
            event(
                CustomerProfile.class,
                "2026-03-01T00:00:00Z",
                "region",
                "north",
                "account_opened_on",
                "2026-01-01",
                "digital_confidence",
                0.4,
                "accessibility_need",
                true,
                "new_to_country",
                false));

    assertThat(
        versions.all().stream()
            .map(v -> v.digitalConfidence() + " " + v.accessibilityNeed() + " " + v.newToCountry())
            .toList(),
        contains("null null null", "0.4 true false"));
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

  /** Profiles of 12 hours in any order, some known only a day later, seen at either day. */
  @Property
  void versionsHaveNeitherGapsNorOverlaps(
      @ForAll @Size(max = 12) List<@From("changes") Change> changes, @ForAll boolean early) {
    LocalDate asOf = LocalDate.parse(early ? "2026-01-02" : "2026-01-03");
    List<CustomerProfile> profiles = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      profiles.add(changes.get(i).profile("p" + i));
    }
    List<CustomerProfile> known =
        profiles.stream().filter(p -> p.ingestedAt().isBefore(midnight(asOf))).toList();

    List<DimCustomer> versions = versions(profiles, asOf).all();

    assertThat(versions.isEmpty(), is(known.isEmpty()));
    for (int i = 0; i < versions.size(); i++) {
      boolean last = i == versions.size() - 1;
      assertThat(versions.get(i).validTo(), is(last ? null : versions.get(i + 1).validFrom()));
      assertThat(versions.get(i).isCurrent(), is(last));
      assertThat(last || versions.get(i).validFrom().isBefore(versions.get(i).validTo()), is(true));
    }
    // At each hour the version holds what the profile known last of the newest hour says.
    for (CustomerProfile profile : known) {
      CustomerProfile expected =
          known.stream()
              .filter(p -> p.occurredAt().equals(profile.occurredAt()))
              .max(
                  Comparator.comparing(CustomerProfile::ingestedAt)
                      .thenComparing(CustomerProfile::eventId))
              .orElseThrow();
      assertThat(
          region(versions(profiles, asOf), profile.occurredAt()),
          is(Optional.of(expected.region())));
    }
    Collections.reverse(profiles);
    assertThat(versions(profiles, asOf).all(), is(versions));
  }

  /** A profile of an hour of January 1. */
  record Change(int hour, String region, boolean late) {
    CustomerProfile profile(String id) {
      String at = "2026-01-01T%02d:00:00Z".formatted(hour);
      return event(
          CustomerProfile.class,
          at,
          "event_id",
          id,
          "region",
          region,
          "ingested_at",
          late ? "2026-01-02T12:00:00Z" : at);
    }
  }

  @Provide
  Arbitrary<Change> changes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 11),
            Arbitraries.of("north", "south"),
            Arbitraries.of(true, false))
        .as(Change::new);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static CustomerVersions versions(RawEvent... events) {
    return versions(List.of(events), LocalDate.parse("2026-12-01"));
  }

  private static CustomerVersions versions(List<? extends RawEvent> events, LocalDate asOf) {
    return CustomerVersions.of(
        CustomerTimeline.of("c1", events, asOf, ReportingCurrency.AS_WRITTEN));
  }

  private static Optional<String> region(CustomerVersions versions, Instant at) {
    return versions.at(at).map(DimCustomer::region);
  }
}
