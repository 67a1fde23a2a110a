package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.mart.Counts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MomentsTest {
  /** A key of the totals of a mart. */
  public record Key(String arm) {}

  @Test
  void meansVariancesAndCovarianceAreThoseOfTheSample() {
    Moments moments = Arms.ofPairs(new long[] {1, 2}, new long[] {3, 2}, new long[] {8, 5});

    assertThat(moments.n(), is(3L));
    assertThat(moments.meanY(), is(4.0));
    assertThat(moments.meanX(), is(3.0));
    assertThat(moments.varianceY(), is((9 + 1 + 16) / 2.0));
    assertThat(moments.varianceX(), is((1 + 1 + 4) / 2.0));
    assertThat(moments.covariance(), is((3 + 1 + 8) / 2.0));
  }

  @Test
  void anAmountOfBillionsLosesNothingThoughItsSquareDoesNotFitSixtyFourBits() {
    long big = 4_000_000_000_000_000_000L;

    Moments moments = Arms.ofPairs(new long[] {big, -big}, new long[] {big - 2, -big + 2});

    assertThat(moments.varianceX(), is(2.0));
    assertThat(moments.covariance(), is(-2.0));
  }

  @Test
  void oneUnitHasNoVariance() {
    assertThat(Arms.of(7).varianceY(), is(Double.NaN));
    assertThat(Moments.none().meanY(), is(Double.NaN));
  }

  @Test
  void sumsOfAnotherWidthAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Moments.of(new long[3]));
  }

  @Property(tries = 200)
  void anySplitAndOrderOfUnitsGivesTheSameSumsAndBytes(
      @ForAll @Size(min = 2, max = 30) List<Long> values, @ForAll @IntRange(max = 29) int split) {
    Counts<Key> forwards = counts();
    Counts<Key> first = counts();
    Counts<Key> second = counts();
    for (int i = 0; i < values.size(); i++) {
      long y = values.get(i) >> 8; // their sum fits 64 bits
      long x = y / 3;
      forwards.add(new Key("a"), Moments.ofUnit(y, x));
      (i < split ? first : second).add(new Key("a"), Moments.ofUnit(y, x));
    }
    second.addAll(first);

    assertThat(bytes(second), is(bytes(forwards)));
    Counts<Key> read = counts();
    read.add(new RowCursor().at(bytes(forwards).getBytes(LATIN), 0));
    assertThat(read, is(forwards));
  }

  @Property(tries = 200)
  void theVarianceIsThatOfExactArithmetic(@ForAll @Size(min = 2, max = 20) List<Long> values) {
    long[] shifted = values.stream().mapToLong(value -> value >> 8).toArray();
    BigDecimal n = BigDecimal.valueOf(shifted.length);
    BigDecimal mean = BigDecimal.ZERO;
    for (long value : shifted) {
      mean = mean.add(BigDecimal.valueOf(value).divide(n, MathContext.DECIMAL128));
    }
    BigDecimal squares = BigDecimal.ZERO;
    for (long value : shifted) {
      squares = squares.add(BigDecimal.valueOf(value).subtract(mean).pow(2));
    }
    double expected = squares.doubleValue() / (shifted.length - 1);

    assertThat(Arms.of(shifted).varianceY(), closeTo(expected, 1e-12 * Math.abs(expected) + 1e-15));
  }

  @Test
  void otherUnitsGiveOtherSums() {
    assertThat(Arms.of(1, 2), not(Arms.of(1, 3)));
    assertThat(Arms.of(1, 2), is(Arms.of(2, 1)));
  }

  private static final java.nio.charset.Charset LATIN =
      java.nio.charset.StandardCharsets.ISO_8859_1;

  private static Counts<Key> counts() {
    return new Counts<>(Key.class, Moments.WIDTH);
  }

  private static String bytes(Counts<Key> counts) {
    RowBuffer out = new RowBuffer(256);
    counts.write(out);
    return new String(out.toBytes(), LATIN);
  }
}
