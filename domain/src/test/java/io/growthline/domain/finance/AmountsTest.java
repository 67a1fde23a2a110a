package io.growthline.domain.finance;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({"1499, 14.99", "500, 5.00", "5, 0.05", "0, 0.00", "-100, -1.00"})
  void minorUnitsAreWrittenWithTwoDecimals(long minor, String text) {
    assertThat(Amounts.text(minor), is(text));
  }
}
