package io.growthline.domain.growth;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.session;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  private static final Features MART = new Features();
  private static final LocalDate AS_OF = LocalDate.parse("2026-03-15");

  private static final List<RawEvent> REGULAR =
      List.of(
          use("2026-01-31T23:00:00Z", "pots"),
          use("2026-02-01T00:00:00Z", "pots"),
          use("2026-02-01T23:59:59Z", "pots"),
          use("2026-02-02T00:00:00Z", "pots"),
          use("2026-02-03T00:00:00Z", "split"),
          use("2026-03-01T00:00:00Z", "pots"));
  private static final List<RawEvent> TWICE_ON_A_DAY =
      List.of(use("2026-02-05T10:00:00Z", "pots"), use("2026-02-05T11:00:00Z", "pots"));
  private static final List<RawEvent> ONLY_VISITS =
      List.of(session("2026-02-05T10:00:00Z"), session("2026-02-06T10:00:00Z"));

  @Test
  void monthsThatHaveEndedHaveARowForEachFeatureUsed() {
    Counts<Features.FeatureMonth> totals = MART.empty();
    for (List<RawEvent> events : List.of(REGULAR, TWICE_ON_A_DAY, ONLY_VISITS)) {
      MART.count(CustomerAsOf.of("c1", events, AS_OF), totals);
    }

    assertThat(
        MART.rows(totals, AS_OF),
        contains(
            row("2026-01-01", "pots", 1, 1, 1, 1.0, 1, 0, 0.0),
            row("2026-02-01", "pots", 2, 5, 3, 2.0 / 3, 1, 1, 0.5),
            row("2026-02-01", "split", 1, 1, 3, 1.0 / 3, 1, 0, 0.0)));
  }

  @Test
  void aMonthHasARowOnceItHasEnded() {
    Counts<Features.FeatureMonth> totals = MART.empty();
    LocalDate march = LocalDate.parse("2026-03-01");
    MART.count(CustomerAsOf.of("c1", TWICE_ON_A_DAY, march), totals);

    assertThat(MART.rows(totals, march.minusDays(1)).size(), is(0));
    assertThat(MART.rows(totals, march).size(), is(1));
  }

  private static FeatureUse use(String at, String feature) {
    return event(FeatureUse.class, at, "feature", feature);
  }

  private static FeatureAdoption row(
      String month,
      String feature,
      long customers,
      long events,
      long active,
      double share,
      long firstTime,
      long repeat,
      double rate) {
    return new FeatureAdoption(
        LocalDate.parse(month), feature, customers, events, active, share, firstTime, repeat, rate);
  }
}
