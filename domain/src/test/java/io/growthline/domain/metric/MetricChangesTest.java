package io.growthline.domain.metric;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricChangesTest {
  @Test
  void aRatioMovesByMixAndRateOfItsGroupsAndTheEffectsAddUp() {
    List<MetricChange> rows =
        rows(
            ratio("all", "all", "2026-01-01", 30, 100),
            ratio("all", "all", "2026-02-01", 50, 100),
            ratio("region", "north", "2026-01-01", 5, 50),
            ratio("region", "north", "2026-02-01", 5, 25),
            ratio("region", "south", "2026-01-01", 25, 50),
            ratio("region", "south", "2026-02-01", 45, 75));

    assertThat(
        rows.stream().map(MetricChange::dimensionValue).toList(), contains("north", "south"));
    assertThat(rows.stream().map(MetricChange::kind).toList(), everyItem(is("ratio")));
    assertThat(rows.get(0).mixEffect(), is(closeTo(0.0625, 1e-12)));
    assertThat(rows.get(0).rateEffect(), is(closeTo(0.0375, 1e-12)));
    assertThat(rows.get(0).previousShare() + " " + rows.get(0).share(), is("0.5 0.25"));
    assertThat(
        rows.stream().mapToDouble(MetricChange::effect).sum(),
        is(closeTo(rows.get(0).totalChange(), 1e-12)));
  }

  @Test
  void aSumMovesByWhatItsGroupsAddAlsoByNewOnesAndThoseThatAreGone() {
    List<MetricChange> rows =
        rows(
            sum("all", "all", "2026-01-01", 10),
            sum("all", "all", "2026-02-01", 12),
            sum("region", "gone", "2026-01-01", 4),
            sum("region", "new", "2026-02-01", 5),
            sum("region", "north", "2026-01-01", 6),
            sum("region", "north", "2026-02-01", 7));

    assertThat(
        rows.stream().map(r -> r.dimensionValue() + " " + r.effect() + " " + r.addsUp()).toList(),
        contains("gone -4.0 true", "new 5.0 true", "north 1.0 true"));
    assertThat(rows.get(0).mixEffect(), is(nullValue()));
  }

  @Test
  void groupsThatDoNotAddUpSaySoAndExplainNothing() {
    List<MetricChange> rows =
        rows(
            sum("all", "all", "2026-01-01", 10),
            sum("all", "all", "2026-02-01", 12),
            sum("region", "north", "2026-01-01", 6),
            sum("region", "north", "2026-02-01", 7));

    assertThat(rows.get(0).addsUp(), is(false));
    assertThat(rows.get(0).effect(), is(nullValue()));
    assertThat(rows.get(0).totalChange(), is(2.0));
  }

  @Test
  void periodsThatDoNotFollowOneAnotherAreNotCompared() {
    assertThat(
        rows(
            sum("all", "all", "2026-01-01", 10),
            sum("all", "all", "2026-03-01", 12),
            sum("region", "north", "2026-01-01", 10),
            sum("region", "north", "2026-03-01", 12)),
        is(empty()));
  }

  private static List<MetricChange> rows(MetricChanges.Figure... figures) {
    return MetricChanges.rows(Stream.of(figures).toList(), MetricCatalogue.standard());
  }

  private static MetricChanges.Figure ratio(
      String dimension, String value, String period, double numerator, double denominator) {
    return new MetricChanges.Figure(
        "payment_failure_rate",
        "month",
        LocalDate.parse(period),
        dimension,
        value,
        numerator / denominator,
        numerator,
        denominator);
  }

  private static MetricChanges.Figure sum(
      String dimension, String value, String period, double sum) {
    return new MetricChanges.Figure(
        "new_customers", "month", LocalDate.parse(period), dimension, value, sum, sum, null);
  }
}
