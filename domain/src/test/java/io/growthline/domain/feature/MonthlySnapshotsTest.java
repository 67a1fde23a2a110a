package io.growthline.domain.feature;

import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.subscription;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthlySnapshotsTest {
  private static final LocalDate JULY = LocalDate.parse("2026-07-01");
  private static final List<RawEvent> HISTORY =
      List.of(
          profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
          transaction("2026-01-20T10:00:00Z", 600),
          session("2026-01-20T11:00:00Z"),
          transaction("2026-02-10T10:00:00Z", 300),
          transaction("2026-03-20T10:00:00Z", 900));

  @Test
  void aSnapshotCountsTheWindowsBeforeItsDay() {
    CustomerMonthFeatures march = snapshots(HISTORY, JULY).get(1);

    assertThat(march.asOf(), is(LocalDate.parse("2026-03-01")));
    assertThat(march.tenureDays(), is(50L));
    assertThat(march.transactionCount30d(), is(1L));
    assertThat(march.transactionCount90d(), is(2L));
    assertThat(march.spendMinor90d(), is(900L));
    assertThat(march.spendTrend(), is(1.0));
    assertThat(march.daysSinceTransaction(), is(18L));
    assertThat(march.activeDays30d(), is(1L));
  }

  @Test
  void onlyMonthStartsWithActivityInTheLast30DaysHaveASnapshot() {
    assertThat(days(snapshots(HISTORY, JULY)), contains("2026-02-01", "2026-03-01", "2026-04-01"));
  }

  @Test
  void theLabelIsSilenceInTheNext30Days() {
    assertThat(
        snapshots(HISTORY, JULY).stream().map(CustomerMonthFeatures::churned30d).toList(),
        contains(false, false, true));
  }

  @Test
  void theLabelIsAbsentUntil30DaysHavePassed() {
    assertThat(
        snapshots(HISTORY, LocalDate.parse("2026-03-30")).get(1).churned30d(), is(nullValue()));
    assertThat(snapshots(HISTORY, LocalDate.parse("2026-03-31")).get(1).churned30d(), is(false));
  }

  @Test
  void cancellingIsChurnAndEndsTheSnapshots() {
    List<RawEvent> events = new ArrayList<>(HISTORY);
    events.add(subscription("2026-01-15T00:00:00Z", "start", 500));
    events.add(subscription("2026-02-15T00:00:00Z", "cancel", 0));

    List<CustomerMonthFeatures> rows = snapshots(events, JULY);

    assertThat(days(rows), contains("2026-02-01"));
    assertThat(rows.get(0).planPriceMinor(), is(500L));
    assertThat(rows.get(0).churned30d(), is(true));
  }

  @Test
  void whatHappenedOrBecameKnownLaterNeverChangesTheFeaturesOfAnEarlierDay() {
    List<RawEvent> poisoned = new ArrayList<>(HISTORY);
    // Happened in January, known in June.
    poisoned.add(
        transaction(
            "2026-01-25T10:00:00Z", 1_000_000, "approved", Instant.parse("2026-06-01T00:00:00Z")));
    poisoned.add(transaction("2026-06-10T10:00:00Z", 1_000_000));
    poisoned.add(profile("2026-05-01T00:00:00Z", "south", "2020-01-01"));

    assertThat(
        features(snapshots(poisoned, JULY).subList(0, 3)), is(features(snapshots(HISTORY, JULY))));
  }

  @Test
  void aTimelineWithoutActivityHasNoSnapshots() {
    assertThat(snapshots(HISTORY.subList(0, 1), JULY), is(empty()));
  }

  private static List<CustomerMonthFeatures> snapshots(List<RawEvent> events, LocalDate asOf) {
    return new MonthlySnapshots().rows(CustomerAsOf.of("c1", events, asOf));
  }

  private static List<CustomerFeaturesLatest> features(List<CustomerMonthFeatures> rows) {
    return rows.stream().map(LatestFeatures::latest).toList();
  }

  private static List<String> days(List<CustomerMonthFeatures> rows) {
    return rows.stream().map(r -> r.asOf().toString()).toList();
  }
}
