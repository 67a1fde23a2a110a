package io.growthline.domain.monitoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class MeasuredTest {
  @Test
  void noHitOfManyRowsHasTheExactUpperEnd() {
    // (1 - upper)^100 = 0.01
    Measured none = Measured.share(0, 100);

    assertThat(none.lower(), is(0.0));
    assertThat(none.upper(), closeTo(1 - Math.pow(0.01, 0.01), 1e-9));
  }

  @Test
  void onlyHitsHaveTheExactLowerEnd() {
    assertThat(Measured.share(50, 50).lower(), closeTo(Math.pow(0.01, 0.02), 1e-9));
    assertThat(Measured.share(50, 50).upper(), is(1.0));
  }

  @Test
  void whatIsCountedInFullIsItsOwnInterval() {
    assertThat(Measured.counted(3, 10), is(new Measured(3, 3, 3, 10, 0)));
  }
}
