package io.growthline.domain.geo;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.geo.Panel.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTest {
  private static final LocalDate MAY = LocalDate.parse("2026-05-01");

  @Test
  void outcomesInAnyOrderAreSeriesOfRegionsInOrder() throws PanelException {
    Panel panel =
        Panel.of(List.of(of("Wales", 1, 4), of("Kent", 0, 1), of("Kent", 1, 2), of("Wales", 0, 3)));

    assertThat(panel.regions(), contains("Kent", "Wales"));
    assertThat(panel.series(List.of("Wales", "Kent")), is(new double[][] {{3, 4}, {1, 2}}));
    assertThat(panel.last(), is(MAY.plusDays(1)));
    assertThat(panel.between(MAY.plusDays(1), MAY.plusDays(9)).days(), is(1));
  }

  @Test
  void aMissingDayIsNamedWithItsRegion() {
    refused(
        "Wales has no value on 2026-05-02, and 1 other values are missing: deliver the days, 0 included, or leave the region out.",
        List.of(of("Kent", 0, 1), of("Kent", 1, 1), of("Kent", 2, 1), of("Wales", 0, 1)));
  }

  @Test
  void twoValuesOfADayAreRefused() {
    refused(
        "Kent has two values on 2026-05-01: keep one.",
        List.of(of("Kent", 0, 1), of("Kent", 0, 1)));
  }

  @Test
  void aValueThatIsNoNumberIsRefused() {
    refused("Kent has NaN on 2026-05-01: correct the value.", List.of(of("Kent", 0, Double.NaN)));
  }

  @Test
  void nothingIsRefused() {
    refused("There are no outcomes of regions: import or measure them.", List.of());
  }

  private static void refused(String message, List<Outcome> outcomes) {
    PanelException e = assertThrows(PanelException.class, () -> Panel.of(outcomes));
    assertThat(e.getMessage(), is(message));
  }

  private static Outcome of(String region, int day, double value) {
    return new Outcome(region, MAY.plusDays(day), value);
  }
}
