package io.growthline.domain.geo;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Fourteen regions over 119 days, in which nothing was treated. */
class GeoDesignTest {
  private static final Panel PANEL = panel(5, 14);

  @Test
  void powerGrowsWithTheLiftUntilTheEffectIsDetectable() {
    GeoPlan small = ofOne(14, 0.01);
    GeoPlan large = ofOne(14, 0.2);

    assertThat(small.power().value(), lessThan(0.5));
    assertThat(large.power().value(), greaterThanOrEqualTo(GeoDesign.POWER));
    assertThat(large.detectable(), allOf(greaterThan(0.01), lessThanOrEqualTo(0.2)));
    assertThat(
        "the least effect does not depend on the one that is asked for",
        small.detectable(),
        is(large.detectable()));
    GeoPlan least = ofOne(14, large.detectable());
    assertThat(least.power().value(), greaterThanOrEqualTo(GeoDesign.POWER));
  }

  @Test
  void aLongerTestFindsSmallerEffects() {
    assertThat(ofOne(21, 0.05).detectable(), lessThan(orAll(ofOne(7, 0.05).detectable())));
  }

  @Test
  void withoutAnEffectAtMostOneInTenWindowsSeesOne() {
    double alarms = 0;
    int panels = 10;
    for (int seed = 0; seed < panels; seed++) {
      GeoDesignRequest request =
          new GeoDesignRequest(14, 2, List.of("R00", "R01"), List.of(), 0.05);
      GeoPlan plan = GeoDesign.of(panel(100 + seed, 14), request).get(0);
      alarms += plan.falseAlarms().value() / panels;
    }

    assertThat(alarms, allOf(greaterThan(0.0), lessThanOrEqualTo(0.1)));
  }

  @Test
  void powerHasTheIntervalOfWindowsThatDoNotOverlap() {
    // Wilson 1927 with 4 of 5: (0.8 + z²/10 ± z √(0.16/5 + z²/100)) / (1 + z²/5), z 1.645.
    GeoPlan.Share share = GeoPlan.Share.of(16, 20, 5);

    assertThat(share.value(), is(0.8));
    assertThat(share.lower(), closeTo(0.436, 0.001));
    assertThat(share.upper(), closeTo(0.954, 0.001));
  }

  @Test
  void excludedRegionsAreNeverChosenAndFixedOnesAlways() {
    List<GeoPlan> plans =
        GeoDesign.of(
            PANEL, new GeoDesignRequest(14, 0, List.of("R03"), List.of("R01", "R04"), 0.05));

    for (GeoPlan plan : plans) {
      assertThat(plan.regions(), allOf(hasItem("R03"), not(hasItem("R01")), not(hasItem("R04"))));
    }
    assertThat(plans.stream().map(plan -> plan.regions().size()).distinct().toList(), hasSize(4));
  }

  @Test
  void theSmallestDetectableEffectComesFirstAndNothingDependsOnChance() {
    List<GeoPlan> plans = GeoDesign.of(PANEL, request(14, 1, 0.05));

    assertThat(plans, is(GeoDesign.of(PANEL, request(14, 1, 0.05))));
    assertThat(plans.stream().map(GeoPlan::windows).toList(), everyItem(is(20)));
    for (int i = 1; i < plans.size(); i++) {
      assertThat(
          plans.get(i - 1).detectable(), lessThanOrEqualTo(orAll(plans.get(i).detectable())));
    }
  }

  @Test
  void whatTheLiftAddsIsOfAllDaysAndRegions() {
    GeoPlan plan = ofOne(14, 0.1);
    double[][] series = PANEL.series(plan.regions());
    double daily = 0;
    for (double[] region : series) {
      daily += Counterfactual.mean(region, 0, region.length);
    }

    assertThat(plan.incremental(), closeTo(0.1 * daily * 14, 1e-9));
  }

  @Test
  void whatCannotBeDesignedIsRefusedInOneLine() {
    refused("days must be 1 to 182, not 0", () -> request(0, 1, 0.1));
    refused("lift must be above 0 and at most 10, not -0.1", () -> request(14, 1, -0.1));
    refused(
        "R01 is both fixed and excluded",
        () -> new GeoDesignRequest(14, 1, List.of("R01"), List.of("R01"), 0.1));
    refused(
        "2 regions are fixed, but 1 are to be treated",
        () -> new GeoDesignRequest(14, 1, List.of("R01", "R02"), List.of(), 0.1));
    refused(
        "there is no region Kent; known: R00, R01, R02, R03, R04, R05, R06, R07, R08, R09, R10, R11, R12, R13",
        () -> GeoDesign.of(PANEL, new GeoDesignRequest(14, 1, List.of(), List.of("Kent"), 0.1)));
    refused(
        "of 14 regions, 0 of them excluded, 6 cannot be treated: too few would be left to compare with",
        () -> GeoDesign.of(PANEL, request(14, 6, 0.1)));
    refused(
        "there are outcomes of 119 days, and a test of 60 days needs 184: give fewer days",
        () -> GeoDesign.of(PANEL, request(60, 1, 0.1)));
  }

  private static void refused(String message, Executable asked) {
    assertThat(assertThrows(IllegalArgumentException.class, asked).getMessage(), is(message));
  }

  private static double orAll(Double lift) {
    return lift == null ? Double.POSITIVE_INFINITY : lift;
  }

  private static GeoDesignRequest request(int days, int regions, double lift) {
    return new GeoDesignRequest(days, regions, List.of(), List.of(), lift);
  }

  /** The plan in which R10 alone is treated. */
  private static GeoPlan ofOne(int days, double lift) {
    return GeoDesign.of(PANEL, new GeoDesignRequest(days, 1, List.of("R10"), List.of(), lift))
        .get(0);
  }

  private static Panel panel(long seed, int regions) {
    double[][] series = Regions.withoutEffect(seed, regions, regions, 0.3).treated();
    List<Panel.Outcome> outcomes = new ArrayList<>();
    for (int region = 0; region < regions; region++) {
      for (int day = 0; day < series[region].length; day++) {
        outcomes.add(
            new Panel.Outcome(
                "R%02d".formatted(region),
                LocalDate.parse("2026-01-01").plusDays(day),
                series[region][day]));
      }
    }
    try {
      return Panel.of(outcomes);
    } catch (PanelException e) {
      throw new AssertionError(e);
    }
  }
}
