package io.growthline.domain.value;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * When customers bought, as numbers, some customers at a time; times in weeks. Beside groups of
 * customers, which may be coarse, there are exact counts by repeat purchases and by time alone: of
 * customers who seem to have left by the time of their last purchase, of others by age.
 */
final class PurchaseTimes {
  private static final double DAYS_OF_A_WEEK = 7;

  // A customer who has missed as many purchases has left, whatever models may say.
  private static final int MISSED = 8;

  /** Customers by repeat purchases, beside how many of these seem to have left. */
  private final double[][] byRepeats;

  /** Customers by time in days, beside repeat purchases. */
  private final double[][] byTime;

  /** Customers by repeat purchases, days since the last and age in days, beside later purchases. */
  private final double[][] groups;

  private final int stayed;

  /**
   * @param stayed groups of customers who do not seem to have left
   * @param left groups of customers who do
   */
  PurchaseTimes(Binned byRepeats, Binned byTime, Binned stayed, Binned left) {
    this.byRepeats = byRepeats.columns();
    this.byTime = byTime.columns();
    this.stayed = stayed.size();
    this.groups = stayed.columns();
    double[][] others = left.columns();
    for (int i = 0; i < groups.length; i++) {
      groups[i] = DoubleStream.concat(Arrays.stream(groups[i]), Arrays.stream(others[i])).toArray();
    }
  }

  /**
   * Whether a customer has missed many purchases.
   *
   * @param gap days since the last
   * @param age days since the first
   */
  static boolean seemsToHaveLeft(long repeats, long gap, long age) {
    return repeats * gap > MISSED * age;
  }

  /** What some customers add who have a number in common. */
  @FunctionalInterface
  interface Term {
    /**
     * @param number what they have in common
     * @param beside what was counted beside
     */
    double of(double number, double customers, double beside);
  }

  /** A sum by repeat purchases, beside customers who seem to have left. */
  double sumByRepeats(Term term) {
    return sum(byRepeats, 1, term);
  }

  /** A sum by time: age, or that of the last purchase; beside repeat purchases. */
  double sumByTime(Term term) {
    return sum(byTime, DAYS_OF_A_WEEK, term);
  }

  private static double sum(double[][] counts, double unit, Term term) {
    double sum = 0;
    for (int i = 0; i < counts[0].length; i++) {
      sum += term.of(counts[1][i] / unit, counts[0][i], counts[4][i]);
    }
    return sum;
  }

  /** Number of groups. */
  int size() {
    return groups[0].length;
  }

  /** Whether the customers of a group seem to have left. */
  boolean left(int group) {
    return group >= stayed;
  }

  double customers(int group) {
    return groups[0][group];
  }

  double repeats(int group) {
    return groups[1][group];
  }

  /** Weeks from the first purchase to the last; of no meaning without repeat purchases. */
  double recency(int group) {
    return (groups[3][group] - groups[2][group]) / DAYS_OF_A_WEEK;
  }

  /** Weeks from the first purchase to the end of the observation. */
  double age(int group) {
    return groups[3][group] / DAYS_OF_A_WEEK;
  }

  /** Purchases after the observation, of all customers of a group. */
  double later(int group) {
    return groups[4][group];
  }

  long allCustomers() {
    return (long) Arrays.stream(groups[0]).sum();
  }

  /** Customers who bought again. */
  long repeatCustomers() {
    return (long) sumByRepeats((x, customers, left) -> x > 0 ? customers : 0);
  }
}
