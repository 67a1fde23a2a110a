package io.growthline.domain.value;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.Totals;

/**
 * Points of whole numbers, counted: exactly while few are different, and by ever fewer leading bits
 * of each number once there are more. A bin keeps the sums of its points, so that what is computed
 * at its means has no error of first order.
 *
 * <p>How coarse bins are depends on all points and on nothing else. A point with k leading bits
 * follows from the same point with more, so a part never needs coarser bins than the whole, and
 * parts may be added in any order and grouping.
 */
public final class Binned implements Totals<Binned> {
  /** Most bins. */
  static final int MOST = 4_096;

  private static final int ALL_BITS = 63;
  private static final int MOST_BITS_OF_BINS = 10;
  private static final int COUNT = 0;
  private static final int BESIDE = 4;
  private static final int SLOTS = 5;

  /**
   * Numbers cut to their leading bits.
   *
   * @param x 0 or more, like all
   */
  public record Bin(long x, long y, long z) {}

  private int bits = ALL_BITS;
  private Counts<Bin> bins = new Counts<>(Bin.class, SLOTS);

  /**
   * Adds a point of numbers of 0 or more.
   *
   * @param beside a number that is added up and makes no bins
   */
  void add(long x, long y, long z, long beside) {
    bins.add(bin(x, y, z), new long[] {1, x, y, z, beside});
    coarsen();
  }

  /** Counts of points, means of their three numbers, and sums beside; by bin, in their order. */
  double[][] columns() {
    double[][] columns = new double[SLOTS][bins.size()];
    int[] next = new int[1];
    bins.forEach(
        (bin, sums) -> {
          int i = next[0]++;
          columns[COUNT][i] = sums[COUNT];
          for (int slot = 1; slot < BESIDE; slot++) {
            columns[slot][i] = (double) sums[slot] / sums[COUNT];
          }
          columns[BESIDE][i] = sums[BESIDE];
        });
    return columns;
  }

  int size() {
    return bins.size();
  }

  @Override
  public void addAll(Binned part) {
    if (part.bits < bits) {
      cutTo(part.bits);
    }
    part.bins.forEach((bin, sums) -> bins.add(bin(bin.x(), bin.y(), bin.z()), sums));
    coarsen();
  }

  @Override
  public void write(RowBuffer out) {
    out.putVarint(bits);
    bins.write(out);
  }

  @Override
  public void add(RowCursor part) {
    Binned read = new Binned();
    read.bits = (int) part.readVarint();
    read.bins.add(part);
    addAll(read);
  }

  private void coarsen() {
    while (bins.size() > MOST && bits > 1) {
      cutTo(Math.min(MOST_BITS_OF_BINS, bits - 1));
    }
  }

  private void cutTo(int fewer) {
    bits = fewer;
    Counts<Bin> coarser = new Counts<>(Bin.class, SLOTS);
    bins.forEach((bin, sums) -> coarser.add(bin(bin.x(), bin.y(), bin.z()), sums));
    bins = coarser;
  }

  private Bin bin(long x, long y, long z) {
    return new Bin(cut(x), cut(y), cut(z));
  }

  private long cut(long number) {
    int dropped = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(number) - bits);
    return number >> dropped << dropped;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Binned o && bits == o.bits && bins.equals(o.bins);
  }

  @Override
  public int hashCode() {
    return bins.hashCode();
  }

  @Override
  public String toString() {
    return bits + " bits " + bins;
  }
}
