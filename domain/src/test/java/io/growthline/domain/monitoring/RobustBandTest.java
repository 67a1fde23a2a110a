package io.growthline.domain.monitoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RobustBandTest {
  /** The example of Leys et al. 2013, section 2: median 7, MAD 5.1891. */
  @Test
  void thePublishedExampleIsReproduced() {
    RobustBand band = RobustBand.of(1, 3, 3, 6, 8, 10, 10, 1000);

    assertThat(band.median(), is(7.0));
    assertThat(band.halfWidth(), closeTo(3 * 5.1891, 1e-9));
  }

  @Test
  void oneWildValueMovesTheBandNoFurtherThanTheOthersReach() {
    assertThat(RobustBand.of(10, 11, 12, 13, 1e9).median(), is(12.0));
    assertThat(RobustBand.of(10, 11, 12, 13, 1e9).halfWidth(), closeTo(3 * 1.4826, 1e-9));
  }

  @Property
  void halfOfTheValuesAreAlwaysInside(
      @ForAll @Size(min = 1, max = 30) double @DoubleRange(min = -1e6, max = 1e6) [] values) {
    RobustBand band = RobustBand.of(values);
    long inside = 0;
    for (double value : values) {
      inside += Math.abs(value - band.median()) <= band.halfWidth() ? 1 : 0;
    }
    assertThat(2 * inside >= values.length, is(true));
  }
}
