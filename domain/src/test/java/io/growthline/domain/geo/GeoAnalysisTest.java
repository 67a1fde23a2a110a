package io.growthline.domain.geo;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import io.growthline.domain.pricing.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Twelve regions over 119 days; the first two are treated in the last 21. */
class GeoAnalysisTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final LocalDate START = FIRST.plusDays(98);
  private static final int SYNTHETIC = 1;

  @Test
  void anEffectThatStandsOutIsOk() {
    GeoReading reading = read(List.of(), series(8, 0, 0));

    assertThat(reading.verdict(), is(Verdict.OK));
    assertThat(reading.fit().att(), closeTo(8, 2));
  }

  @Test
  void noEffectIsInconclusive() {
    GeoReading reading = read(List.of(), series(0, 0, 0));

    assertThat(reading.verdict(), is(Verdict.INCONCLUSIVE));
    assertThat(reading.reasons(), hasItem("The 90 % interval includes 0."));
  }

  @Test
  void aDriftBeforeTheTreatmentIsInvalid() {
    GeoReading reading = read(List.of(), series(8, 0.3, 0));

    assertThat(reading.verdict(), is(Verdict.INVALID));
    assertThat(
        reading.reasons(),
        hasItem(startsWith("Treated regions drifted away before the treatment")));
    assertThat(GeoEffect.of(reading).att().value() > 0, is(true));
  }

  @Test
  void anEffectOnNeighboursIsADoubt() {
    GeoReading reading = read(List.of("R02", "R03"), series(12, 0, 9));

    assertThat(reading.checks().spilloverP(), lessThan(GeoVerdict.CHECK_ALPHA));
    assertThat(reading.verdict(), is(Verdict.INCONCLUSIVE));
    assertThat(reading.reasons(), hasItem(startsWith("Neighbours changed as well")));
    assertThat(
        "neighbours are compared with nobody", reading.comparison().controls().length, is(8));
  }

  @Test
  void costIsOverIncrementalAndHasNoUpperLimitWhereThereMayBeNone() {
    GeoEffect sure = GeoEffect.of(read(List.of(), series(8, 0, 0)));
    GeoEffect unsure = GeoEffect.of(read(List.of(), series(0, 0, 0)));

    assertThat(sure.cost().value(), closeTo(84_000 / sure.incremental().value(), 1e-9));
    assertThat(sure.cost().upper(), closeTo(84_000 / sure.incremental().lower(), 1e-9));
    assertThat(unsure.incremental().lower(), lessThan(0.0));
    assertThat(unsure.cost().upper() == null, is(true));
  }

  @Test
  void aTestThatStillRunsIsInconclusive() {
    List<Panel.Outcome> known =
        series(8, 0, 0).stream().filter(o -> o.day().isBefore(START.plusDays(14))).toList();

    assertThat(
        read(List.of(), known).reasons(),
        contains("The test runs until 2026-04-29, and outcomes are known until 2026-04-22."));
  }

  @Test
  void whatCannotBeComparedIsRefusedWithTheReason() throws PanelException {
    List<Panel.Outcome> few =
        series(8, 0, 0).stream().filter(o -> o.region().compareTo("R05") < 0).toList();
    List<Panel.Outcome> late =
        series(8, 0, 0).stream().filter(o -> !o.day().isBefore(START.minusDays(20))).toList();

    refused("Too few regions to compare with: 3, at least 5 are needed.", test("R00", "R01"), few);
    refused(
        "Too few days before the treatment: 20, at least 42 are needed.", test("R00", "R01"), late);
    refused(
        "There are no outcomes of signups for the treated region Kent: check its spelling in raw.geo_treatments.",
        test("Kent"),
        few);
    refused(
        "The test ends on 2026-04-08, before it starts on 2026-04-09: correct ends_on in raw.geo_treatments.",
        new GeoTest("t", "signups", List.of("R00"), List.of(), START, START.minusDays(1), null),
        few);
  }

  private static void refused(String reason, GeoTest test, List<Panel.Outcome> outcomes)
      throws PanelException {
    for (GeoReading reading : GeoAnalysis.of(test, Panel.of(outcomes))) {
      assertThat(reading.reasons(), contains(reason));
      assertThat(reading.verdict(), is(Verdict.INVALID));
    }
  }

  private static GeoTest test(String... treated) {
    return new GeoTest(
        "t", "signups", List.of(treated), List.of(), START, START.plusDays(20), null);
  }

  private static GeoReading read(List<String> neighbours, List<Panel.Outcome> outcomes) {
    GeoTest test =
        new GeoTest(
            "t", "signups", List.of("R00", "R01"), neighbours, START, START.plusDays(20), 84_000L);
    try {
      return GeoAnalysis.of(test, Panel.of(outcomes)).get(SYNTHETIC);
    } catch (PanelException e) {
      throw new AssertionError(e);
    }
  }

  /** What treatment and drift do to the treated, and the treatment to the two beside them. */
  private static List<Panel.Outcome> series(double effect, double drift, double spilled) {
    Comparison all = Regions.with(effect, Regions.withoutEffect(21, 12, 2, 0.3));
    List<Panel.Outcome> outcomes = new ArrayList<>();
    for (int region = 0; region < 12; region++) {
      double[] values = region < 2 ? all.treated()[region] : all.controls()[region - 2];
      String name = "R%02d".formatted(region);
      int place = region;
      IntStream.range(0, values.length)
          .forEach(
              day ->
                  outcomes.add(
                      new Panel.Outcome(
                          name,
                          FIRST.plusDays(day),
                          values[day]
                              + (place < 2 ? drift * day : 0)
                              + (place == 2 || place == 3 ? day < 98 ? 0 : spilled : 0))));
    }
    return outcomes;
  }
}
