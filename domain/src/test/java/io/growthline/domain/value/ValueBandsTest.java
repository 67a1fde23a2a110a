package io.growthline.domain.value;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.customer.ValueRules;
import org.junit.jupiter.api.Test;

class ValueBandsTest {
  private static final ValueRules.Bands SHARES = new ValueRules.Bands(0.8, 0.4);

  @Test
  void aFifthIsHighAndTwoFifthsAreLow() {
    ValueBands bands = ValueBands.of(SHARES, new long[] {50, 10, 40, 20, 30});

    assertThat(bands.of(50L), is("high"));
    assertThat(bands.of(40L), is("medium"));
    assertThat(bands.of(30L), is("medium"));
    assertThat(bands.of(20L), is("low"));
    assertThat(bands.of(1L), is("low"));
  }

  @Test
  void noMarginAboveNothingIsNone() {
    ValueBands bands = ValueBands.of(SHARES, new long[] {10});

    assertThat(bands.of(0L), is("none"));
    assertThat(bands.of(-5L), is("none"));
    assertThat(bands.of(null), is("none"));
  }

  @Test
  void withoutCustomersTheFirstIsHigh() {
    assertThat(ValueBands.of(SHARES, new long[0]).of(1L), is("high"));
  }
}
