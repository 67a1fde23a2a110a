package io.growthline.domain.experiment;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The sums over units from which means, variances and the covariance of two whole numbers come: of
 * a value and its covariate, or of a numerator and its denominator. They are exact: any order and
 * grouping of units gives the same sums.
 *
 * <p>They are {@value #WIDTH} long numbers that add up, so that {@link
 * io.growthline.domain.mart.Counts} of that width carries them: products have 128 bits and are kept
 * as three parts of 32, 32 and 64 bits, none of which overflows within 2<sup>31</sup> units. Not
 * changed once made.
 */
public final class Moments {
  /** Long numbers of a key. */
  public static final int WIDTH = 12;

  private static final int Y = 1;
  private static final int X = 2;
  private static final int YY = 3;
  private static final int XX = 6;
  private static final int XY = 9;
  private static final long LOW = 0xFFFF_FFFFL;

  private final long[] sums;

  private Moments(long[] sums) {
    this.sums = sums;
  }

  /** Of no units. */
  public static Moments none() {
    return new Moments(new long[WIDTH]);
  }

  /** What a unit adds whose second number is not asked for. */
  public static long[] ofUnit(long y) {
    return ofUnit(y, 0);
  }

  /**
   * What a unit adds.
   *
   * @param y value, or numerator
   * @param x covariate, or denominator
   */
  public static long[] ofUnit(long y, long x) {
    long[] sums = new long[WIDTH];
    sums[0] = 1;
    sums[Y] = y;
    sums[X] = x;
    putProduct(sums, YY, y, y);
    putProduct(sums, XX, x, x);
    putProduct(sums, XY, y, x);
    return sums;
  }

  /**
   * The moments that such sums hold.
   *
   * @throws IllegalArgumentException when they are not {@value #WIDTH}
   */
  public static Moments of(long[] sums) {
    if (sums.length != WIDTH) {
      throw new IllegalArgumentException("Moments are " + WIDTH + " sums, not " + sums.length);
    }
    return new Moments(sums.clone());
  }

  /**
   * The moments of the units of both.
   *
   * @throws ArithmeticException when a sum does not fit
   */
  public Moments plus(Moments other) {
    long[] both = new long[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      both[i] = Math.addExact(sums[i], other.sums[i]);
    }
    return new Moments(both);
  }

  /** Number of units. */
  public long n() {
    return sums[0];
  }

  /** Sum of the first number. */
  public long sumY() {
    return sums[Y];
  }

  /** Sum of the second number. */
  public long sumX() {
    return sums[X];
  }

  /** Mean of the first number; NaN without units. */
  public double meanY() {
    return (double) sums[Y] / n();
  }

  /** Mean of the second number; NaN without units. */
  public double meanX() {
    return (double) sums[X] / n();
  }

  /** Sample variance of the first number, divided by n − 1; NaN with fewer than two units. */
  public double varianceY() {
    return covariance(YY, sums[Y], sums[Y]);
  }

  /** Sample variance of the second number, as {@link #varianceY}. */
  public double varianceX() {
    return covariance(XX, sums[X], sums[X]);
  }

  /** Sample covariance of both, as {@link #varianceY}. */
  public double covariance() {
    return covariance(XY, sums[Y], sums[X]);
  }

  // (n Σab − Σa Σb) / (n (n − 1)); the difference is exact, so that nothing cancels.
  private double covariance(int product, long sumA, long sumB) {
    if (n() < 2) {
      return Double.NaN;
    }
    BigInteger of =
        BigInteger.valueOf(sums[product + 2])
            .shiftLeft(32)
            .add(BigInteger.valueOf(sums[product + 1]))
            .shiftLeft(32)
            .add(BigInteger.valueOf(sums[product]));
    BigInteger centred =
        of.multiply(BigInteger.valueOf(n()))
            .subtract(BigInteger.valueOf(sumA).multiply(BigInteger.valueOf(sumB)));
    return centred.doubleValue() / n() / (n() - 1);
  }

  private static void putProduct(long[] sums, int at, long a, long b) {
    long low = a * b;
    sums[at] = low & LOW;
    sums[at + 1] = low >>> 32;
    // The low half is unsigned and multiplyHigh gives the signed high half: no correction.
    sums[at + 2] = Math.multiplyHigh(a, b);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Moments o && Arrays.equals(sums, o.sums);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sums);
  }

  @Override
  public String toString() {
    return "Moments" + Arrays.toString(sums);
  }
}
