package io.growthline.domain.feature;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.subscription;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestFeaturesTest {
  private static final LocalDate JUNE_15 = LocalDate.parse("2026-06-15");
  private static final Instant KNOWN = Instant.parse("2026-06-14T00:00:00Z");

  @Test
  void theWindowsEndAtTheAsOfDay() {
    CustomerFeaturesLatest features =
        rows(
                profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
                transaction("2026-05-15T23:59:59Z", 100),
                transaction("2026-05-16T00:00:00Z", 200),
                transaction("2026-06-10T00:00:00Z", 50, "declined", KNOWN),
                session("2026-06-10T08:00:00Z"),
                event(FeatureUse.class, "2026-06-11T08:00:00Z", "feature", "budget"),
                event(FeatureUse.class, "2026-06-11T09:00:00Z", "feature", "budget"),
                event(FeatureUse.class, "2026-06-12T09:00:00Z", "feature", "savings"))
            .get(0);

    assertThat(features.asOf(), is(JUNE_15));
    assertThat(features.transactionCount30d(), is(1L));
    assertThat(features.spendMinor30d(), is(200L));
    assertThat(features.spendMinor90d(), is(300L));
    assertThat(features.spendTrend(), is(2.0));
    assertThat(features.declined30d(), is(1L));
    assertThat(features.daysSinceTransaction(), is(30L));
    assertThat(features.daysSinceActive(), is(2L));
    assertThat(features.activeDays30d(), is(4L));
    assertThat(features.featuresUsed30d(), is(2L));
    assertThat(features.sessionCount30d(), is(1L));
  }

  @Test
  void whoHasLeftHasNoFeatures() {
    assertThat(rows(transaction("2026-05-15T23:59:59Z", 100)), is(empty()));
    assertThat(
        rows(
            transaction("2026-06-10T10:00:00Z", 100),
            subscription("2026-05-01T00:00:00Z", "start", 500),
            subscription("2026-06-01T00:00:00Z", "cancel", 0)),
        is(empty()));
  }

  private static List<CustomerFeaturesLatest> rows(RawEvent... events) {
    return new LatestFeatures().rows(CustomerAsOf.of("c1", List.of(events), JUNE_15));
  }
}
