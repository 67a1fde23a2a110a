package io.growthline.domain.metric;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.monitoring.KpiPublication;
import io.growthline.domain.monitoring.Restatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestatementsTest {
  private static final LateRows NONE = (raw, from, to, since, asOf) -> List.of();

  @Test
  void aFigureThatDiffersIsRestatedWithTheLateRowsOfItsPeriodAndSources() {
    List<Restatement> rows =
        Restatements.between(
            List.of(
                before("nps", "2026-01-01", "all", 20.0), before("nps", "2026-02-01", "all", 5.0)),
            List.of(now("nps", "2026-01-01", "all", 15.0), now("nps", "2026-02-01", "all", 5.0)),
            (raw, from, to, since, asOf) ->
                raw.id().equals("raw.nps_responses") && since.equals(LocalDate.parse("2026-03-01"))
                    ? List.of(day("2026-01-07", 2), day("2026-01-30", 1), day("2026-02-01", 9))
                    : List.of());

    assertThat(rows.size(), is(1));
    Restatement row = rows.get(0);
    assertThat(row.publishedBefore(), is(20.0));
    assertThat(row.publishedNow(), is(15.0));
    assertThat(row.difference(), is(-5.0));
    assertThat(row.previousRunId() + " " + row.runId(), is("run-1 run-2"));
    assertThat(row.lateRows(), is(3L));
    assertThat(row.lateRowsByTable(), is("raw.nps_responses 3"));
    assertThat(row.firstOccurredAt(), is(Instant.parse("2026-01-07T01:00:00Z")));
    assertThat(row.lastOccurredAt(), is(Instant.parse("2026-01-30T02:00:00Z")));
  }

  @Test
  void aFigureThatAppearsInAPeriodPublishedBeforeOrVanishesIsRestated() {
    List<Restatement> rows =
        Restatements.between(
            List.of(
                before("nps", "2026-01-01", "all", 20.0), before("nps", "2026-01-01", "old", 20.0)),
            List.of(now("nps", "2026-01-01", "all", 20.0), now("nps", "2026-01-01", "new", 7.0)),
            NONE);

    assertThat(
        rows.stream()
            .map(r -> r.dimensionValue() + " " + r.publishedBefore() + " " + r.publishedNow())
            .toList(),
        contains("new null 7.0", "old 20.0 null"));
    assertThat(rows.get(0).difference(), is(nullValue()));
    assertThat(rows.get(0).lateRows(), is(0L));
    assertThat(rows.get(0).lateRowsByTable(), is(nullValue()));
  }

  @Test
  void thePeriodThatHasJustBecomeCompleteANewMetricAndTheFirstRunRestateNothing() {
    List<KpiPublication> january = List.of(before("nps", "2026-01-01", "all", 20.0));

    assertThat(
        Restatements.between(
            january,
            List.of(
                now("nps", "2026-01-01", "all", 20.0),
                now("nps", "2026-02-01", "all", 9.0),
                now("refund_rate", "2026-01-01", "all", 0.1)),
            NONE),
        is(empty()));
    assertThat(Restatements.between(List.of(), january, NONE), is(empty()));
  }

  @Test
  void restatementsOfEarlierRunsStayAndThoseOfTheSameRunAreReplaced() {
    Restatement first = restated(4.0);
    Restatement again = restated(5.0);

    assertThat(Restatements.appended(List.of(first), List.of()), contains(first));
    assertThat(Restatements.appended(List.of(first), List.of(again)), contains(again));
  }

  private static Restatement restated(double value) {
    return Restatements.between(
            List.of(before("nps", "2026-01-01", "all", 1.0)),
            List.of(now("nps", "2026-01-01", "all", value)),
            NONE)
        .get(0);
  }

  private static LateRows.OfDay day(String day, long arrived) {
    return new LateRows.OfDay(
        LocalDate.parse(day),
        arrived,
        Instant.parse(day + "T01:00:00Z"),
        Instant.parse(day + "T02:00:00Z"));
  }

  private static KpiPublication before(String metric, String period, String value, Double figure) {
    return publication(metric, period, value, figure, "run-1", "2026-03-01");
  }

  private static KpiPublication now(String metric, String period, String value, Double figure) {
    return publication(metric, period, value, figure, "run-2", "2026-03-05");
  }

  private static KpiPublication publication(
      String metric, String period, String value, Double figure, String run, String asOf) {
    String dimension = value.equals("all") ? "all" : "region";
    return new KpiPublication(
        metric,
        "month",
        LocalDate.parse(period),
        dimension,
        value,
        figure,
        run,
        LocalDate.parse(asOf));
  }
}
