package io.growthline.domain.metric;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.monitoring.MetricHealth;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricHealthsTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-03-10");

  @Test
  void theNewestCompletePeriodIsJudgedAgainstTheTargetAndThePeriodBefore() {
    MetricHealth bad =
        churn(figure("2026-02-01", 0.12, true, null), figure("2026-01-01", 0.1, true, null));

    assertThat(bad.status(), is("bad"));
    assertThat(bad.periodStart(), is(LocalDate.parse("2026-02-01")));
    assertThat(bad.target(), is("at most 0.03"));
    assertThat(bad.change(), is(0.12 - 0.1));
    assertThat(churn(figure("2026-02-01", 0.06, true, null)).status(), is("warn"));
    assertThat(churn(figure("2026-02-01", 0.05, true, null)).status(), is("ok"));
    assertThat(churn(figure("2026-02-01", 0.05, true, null)).change(), is(nullValue()));
  }

  @Test
  void aMetricWithoutItsSourcesIsUnmappedWithTheReasonAndNeverZero() {
    MetricHealth withheld =
        churn(figure("2026-02-01", null, true, "no events in raw.subscriptions"));
    MetricHealth absent = churn();

    assertThat(withheld.status(), is("unmapped"));
    assertThat(withheld.value(), is(nullValue()));
    assertThat(withheld.because(), is("no events in raw.subscriptions"));
    assertThat(absent.status(), is("unmapped"));
    assertThat(absent.because(), containsString("raw.subscriptions"));
  }

  @Test
  void aMetricWithoutAValueIsWithheldWithTheReason() {
    assertThat(
        churn(figure("2026-02-01", null, true, "amounts have no rate")).status(), is("withheld"));
    assertThat(
        churn(figure("2026-02-01", null, true, null)).because(),
        containsString("While nobody is at risk"));
    assertThat(
        churn(figure("2026-03-01", 0.2, false, null)).because(), is("no period is complete yet"));
  }

  @Test
  void everyMetricOfTheCatalogueHasARow() {
    assertThat(
        MetricHealths.judge(MetricCatalogue.standard(), List.of(), AS_OF).stream()
            .map(MetricHealth::metric)
            .toList(),
        is(MetricCatalogue.standard().metrics().stream().map(Metric::name).toList()));
  }

  private static MetricHealth churn(MetricHealths.Figure... figures) {
    return MetricHealths.judge(MetricCatalogue.standard(), Stream.of(figures).toList(), AS_OF)
        .stream()
        .filter(row -> row.metric().equals("churn_rate"))
        .findFirst()
        .orElseThrow();
  }

  private static MetricHealths.Figure figure(
      String period, Double value, boolean complete, String because) {
    return new MetricHealths.Figure(
        "churn_rate", "month", LocalDate.parse(period), value, complete, because);
  }
}
