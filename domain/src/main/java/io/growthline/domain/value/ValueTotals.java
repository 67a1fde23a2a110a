package io.growthline.domain.value;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.customer.PurchaseHistory;
import io.growthline.domain.mart.Totals;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the models of customer value are fitted to and checked by, counted over customers: all
 * purchases, those before the hold-out, and values.
 */
public final class ValueTotals implements Totals<ValueTotals> {
  private static final int PURCHASES = 0;
  private static final int CALIBRATION = 4;
  private static final int VALUES = 8;
  private static final int ALL = 10;

  // Of purchases: repeats, times, groups of those who stay, groups of those who left; the same
  // of calibration; repeats and values.
  private final List<Binned> parts = Stream.generate(Binned::new).limit(ALL).toList();

  /** When customers bought. */
  PurchaseTimes purchases() {
    return times(PURCHASES);
  }

  /** When customers bought before the hold-out, beside purchases in it. */
  PurchaseTimes calibration() {
    return times(CALIBRATION);
  }

  private PurchaseTimes times(int from) {
    return new PurchaseTimes(
        parts.get(from), parts.get(from + 1), parts.get(from + 2), parts.get(from + 3));
  }

  /** For how much customers bought, of those whose repeat purchases are worth more than 0. */
  PurchaseValues values() {
    return new PurchaseValues(parts.get(VALUES), parts.get(VALUES + 1));
  }

  /** Adds what models are fitted to. */
  void count(PurchaseHistory history) {
    if (!history.hasBought()) {
      return;
    }
    long repeats = history.repeatDays();
    addTimes(
        PURCHASES, history.firstPurchaseOn(), history.lastPurchaseOn(), history.asOf(), repeats, 0);
    Long minor = history.repeatValueMinor();
    if (minor != null && minor > 0) {
      parts.get(VALUES).add(repeats, 0, 0, 0);
      parts.get(VALUES + 1).add(minor, 0, 0, repeats);
    }
  }

  /** Adds what models are checked by. */
  void countHoldout(PurchaseHistory history) {
    if (history.calibrationRepeatDays() != null) {
      addTimes(
          CALIBRATION,
          history.firstPurchaseOn(),
          history.calibrationLastPurchaseOn(),
          history.holdoutFrom(),
          history.calibrationRepeatDays(),
          history.holdoutDays());
    }
  }

  private void addTimes(
      int to, LocalDate first, LocalDate last, LocalDate end, long repeats, long later) {
    long age = ChronoUnit.DAYS.between(first, end) - 1;
    // Who never came back has no last repeat purchase.
    long gap = repeats == 0 ? 0 : ChronoUnit.DAYS.between(last, end) - 1;
    boolean left = PurchaseTimes.seemsToHaveLeft(repeats, gap, age);
    parts.get(to).add(repeats, 0, 0, left ? 1 : 0);
    parts.get(to + 1).add(left ? age - gap : age, 0, 0, repeats);
    parts.get(left ? to + 3 : to + 2).add(repeats, gap, age, later);
  }

  @Override
  public void addAll(ValueTotals part) {
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).addAll(part.parts.get(i));
    }
  }

  @Override
  public void write(RowBuffer out) {
    parts.forEach(part -> part.write(out));
  }

  @Override
  public void add(RowCursor part) {
    parts.forEach(own -> own.add(part));
  }

  /** Most bins of any part. */
  int size() {
    return parts.stream().mapToInt(Binned::size).max().orElseThrow();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueTotals o && parts.equals(o.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  @Override
  public String toString() {
    return parts.toString();
  }
}
