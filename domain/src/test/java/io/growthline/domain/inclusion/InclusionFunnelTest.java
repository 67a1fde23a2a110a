package io.growthline.domain.inclusion;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.step;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InclusionFunnelTest {
  private static final InclusionFunnel MART = new InclusionFunnel();
  private static final LocalDate MATURE = LocalDate.parse("2026-01-31");

  @Test
  void abandonmentIsTheShareOfThoseEnteringWhoDidNotReachTheStep() {
    List<InclusionFunnelStep> rows = rows(MATURE, applicants(0.2, 60, 30), applicants(0.8, 50, 50));

    assertThat(
        texts(rows, "low", "all"),
        contains(
            "application_submitted 60 > 60",
            "identity_checked 60 > 60",
            "approved 60 > 60",
            "account_activated 60 > 60",
            "account_funded 60 > 30"));
    InclusionFunnelStep funded = find(rows, "low", "all", "account_funded");
    assertThat(funded.abandonmentRate(), is(0.5));
    // Wilson 1927 for 30 of 60 at 90 %: (0.5 + z²/120 ± z √(1/240 + z²/14400)) / (1 + z²/60).
    assertThat(funded.lower(), closeTo(0.3962, 1e-4));
    assertThat(funded.upper(), closeTo(0.6038, 1e-4));
    assertThat(
        find(rows, "all", "all", "account_funded").abandonmentRate(), closeTo(30 / 110.0, 1e-12));
  }

  @Test
  void helpIsRecommendedOnlyWhereTheWholeIntervalIsAboveAQuarter() {
    // 35 % of 60: the lower end is 0.258; 33 %: it is 0.243.
    assertThat(
        find(rows(MATURE, applicants(0.2, 60, 39)), "low", "yes", "account_funded").assistedRoute(),
        is(true));
    assertThat(
        find(rows(MATURE, applicants(0.2, 60, 40)), "low", "yes", "account_funded").assistedRoute(),
        is(false));
  }

  @Test
  void belowThirtyApplicantsNothingIsSaid() {
    List<InclusionFunnelStep> rows = rows(MATURE, applicants(0.2, 29, 1));

    InclusionFunnelStep funded = find(rows, "low", "yes", "account_funded");
    assertThat(funded.abandonmentRate(), is(nullValue()));
    assertThat(funded.assistedRoute(), is(nullValue()));
  }

  @Test
  void theFirstStepLosesNobody() {
    InclusionFunnelStep first =
        find(rows(MATURE, applicants(0.2, 40, 1)), "low", "yes", "application_submitted");

    assertThat(first.abandonmentRate(), is(nullValue()));
    assertThat(first.customersEntering(), is(40L));
  }

  @Test
  void aStepThatNobodyTookIsNoAbandonment() {
    assertThat(texts(rows(MATURE, applicants(0.8, 40, 0)), "high", "no").size(), is(4));
  }

  @Test
  void applicantsWhoStillHaveTimeAreNotCounted() {
    assertThat(rows(MATURE.minusDays(1), applicants(0.8, 40, 0)), is(empty()));
  }

  @SafeVarargs
  private static List<InclusionFunnelStep> rows(LocalDate asOf, List<List<RawEvent>>... groups) {
    Counts<InclusionFunnel.Applicants> counts = MART.empty();
    Stream.of(groups)
        .flatMap(List::stream)
        .forEach(events -> MART.count(CustomerAsOf.of("c1", events, asOf), counts));
    return MART.rows(counts, asOf);
  }

  /** Applicants of 1 January who activate their accounts, some of whom fund them. */
  private static List<List<RawEvent>> applicants(double confidence, int count, int funded) {
    List<List<RawEvent>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<RawEvent> events = new ArrayList<>();
      events.add(step("2026-01-01T00:00:00Z", "account_activated", null));
      events.add(
          event(CustomerProfile.class, "2026-01-01T00:00:00Z", "digital_confidence", confidence));
      if (i < funded) {
        events.add(step("2026-01-30T00:00:00Z", "account_funded", 1L));
      }
      all.add(events);
    }
    return all;
  }

  private static List<String> texts(
      List<InclusionFunnelStep> rows, String confidence, String needs) {
    return rows.stream()
        .filter(r -> r.digitalConfidence().equals(confidence) && r.needsAssisted().equals(needs))
        .map(r -> "%s %d > %d".formatted(r.step(), r.customersEntering(), r.customersReaching()))
        .toList();
  }

  private static InclusionFunnelStep find(
      List<InclusionFunnelStep> rows, String confidence, String needs, String step) {
    return rows.stream()
        .filter(r -> r.digitalConfidence().equals(confidence) && r.needsAssisted().equals(needs))
        .filter(r -> r.step().equals(step))
        .findFirst()
        .orElseThrow();
  }
}
