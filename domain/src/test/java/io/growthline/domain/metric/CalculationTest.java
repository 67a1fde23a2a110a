package io.growthline.domain.metric;

import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.transaction;
import static io.growthline.domain.metric.KpiFixture.cumulative;
import static io.growthline.domain.metric.KpiFixture.customer;
import static io.growthline.domain.metric.KpiFixture.derived;
import static io.growthline.domain.metric.KpiFixture.names;
import static io.growthline.domain.metric.KpiFixture.of;
import static io.growthline.domain.metric.KpiFixture.value;
import static io.growthline.domain.metric.KpiFixture.values;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Metrics that are made of several periods or of other metrics. */
class CalculationTest {
  @Test
  void aCumulativeMetricSumsItsWindowWithoutGaps() throws IOException {
    String all = cumulative("all");
    String year = cumulative("year");
    String two = cumulative("2");

    assertThat(
        running(all),
        contains("2025-11 2.0", "2025-12 2.0", "2026-01 5.0", "2026-02 5.0", "2026-03 9.0"));
    assertThat(
        running(year),
        contains("2025-11 2.0", "2025-12 2.0", "2026-01 3.0", "2026-02 3.0", "2026-03 7.0"));
    assertThat(
        running(two),
        contains("2025-11 null", "2025-12 2.0", "2026-01 3.0", "2026-02 3.0", "2026-03 4.0"));
  }

  private static List<String> running(String yaml) throws IOException {
    return of(
            yaml,
            customer(
                transaction("2025-11-05T00:00:00Z", 2),
                transaction("2026-01-05T00:00:00Z", 3),
                transaction("2026-03-05T00:00:00Z", 4)))
        .stream()
        .filter(v -> v.metric().equals("sum") && v.dimension().equals("all"))
        .map(v -> v.periodStart().toString().substring(0, 7) + " " + v.value())
        .toList();
  }

  @Test
  void aDerivedMetricIsComputedFromOthersOfThePeriodAndTheOneBefore() throws IOException {
    List<KpiValue> values =
        of(
            derived("volume / previous.volume - 1.0"),
            customer(
                transaction("2026-01-05T00:00:00Z", 200),
                transaction("2026-02-05T00:00:00Z", 300),
                transaction("2026-03-05T00:00:00Z", 300)));

    assertThat(value(values, "derived", "2026-01-01"), is(nullValue()));
    assertThat(value(values, "derived", "2026-02-01"), is(0.5));
    assertThat(value(values, "derived", "2026-03-01"), is(0.0));
  }

  @Test
  void whatADivisionByZeroWouldGiveIsAbsent() throws IOException {
    List<KpiValue> values =
        of(
            derived("volume / (volume - 200.0)"),
            customer(
                transaction("2026-01-05T00:00:00Z", 200),
                transaction("2026-02-05T00:00:00Z", 300)));

    assertThat(value(values, "derived", "2026-01-01"), is(nullValue()));
    assertThat(value(values, "derived", "2026-02-01"), is(3.0));
  }

  @Test
  void aDerivedMetricOfWhatIsNotObservedHasNoValues() throws IOException {
    assertThat(
        names(of(derived("volume + 1.0"), customer(session("2026-01-05T00:00:00Z")))),
        is(Set.of()));
  }

  @Test
  void aFormulaThatCannotBeUsedIsRefusedByName() {
    assertFormulaRefused("turnover + 1.0", "turnover");
    assertFormulaRefused("volume +", "metrics.yaml, rule derived");
    assertFormulaRefused("derived + 1.0", "derived");
  }

  private static void assertFormulaRefused(String formula, String problem) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> of(derived(formula), customer(transaction("2026-01-05T00:00:00Z", 200))));

    assertThat(e.getMessage(), containsString(problem));
  }

  @Test
  void aDerivedMetricIsNotCompleteBeforeWhatItIsMadeOf() {
    String yaml =
        derived("volume + 1.0").replaceFirst("(\\s+)value:", "$1maturity_days: 3$1value:");

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> of(yaml, customer(transaction("2026-01-05T00:00:00Z", 200))));

    assertThat(e.getMessage(), containsString("volume is complete later"));
  }
}
