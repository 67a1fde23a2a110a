package io.growthline.domain.value;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.customer.PurchaseHistory;
import io.growthline.domain.mart.Totals;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** What the models of customer value are fitted to and checked by, counted over customers. */
public final class ValueTotals implements Totals<ValueTotals> {
  private final Binned purchases = new Binned();
  private final Binned values = new Binned();
  private final Binned calibration = new Binned();

  /** Repeat purchases, days since the last, age in days. */
  Binned purchases() {
    return purchases;
  }

  /** Repeat purchases and their value, of customers whose repeat purchases are worth more than 0. */
  Binned values() {
    return values;
  }

  /** The same as {@link #purchases} before the hold-out, beside purchases in it. */
  Binned calibration() {
    return calibration;
  }

  /** Adds what models are fitted to. */
  void count(PurchaseHistory history) {
    add(
        purchases,
        history.firstPurchaseOn(),
        history.lastPurchaseOn(),
        history.asOf(),
        history.repeatDays(),
        0);
    if (history.repeatValueMinor() != null && history.repeatValueMinor() > 0) {
      values.add(history.repeatDays(), history.repeatValueMinor(), 0, 0);
    }
  }

  /** Adds what models are checked by. */
  void countHoldout(PurchaseHistory history) {
    if (history.calibrationRepeatDays() != null) {
      add(
          calibration,
          history.firstPurchaseOn(),
          history.calibrationLastPurchaseOn(),
          history.holdoutFrom(),
          history.calibrationRepeatDays(),
          history.holdoutDays());
    }
  }

  private static void add(
      Binned to, LocalDate first, LocalDate last, LocalDate end, long repeats, long beside) {
    // Who never came back has no last repeat purchase.
    long gap = repeats == 0 ? 0 : ChronoUnit.DAYS.between(last, end) - 1;
    to.add(repeats, gap, ChronoUnit.DAYS.between(first, end) - 1, beside);
  }

  @Override
  public void addAll(ValueTotals part) {
    purchases.addAll(part.purchases);
    values.addAll(part.values);
    calibration.addAll(part.calibration);
  }

  @Override
  public void write(RowBuffer out) {
    parts().forEach(part -> part.write(out));
  }

  @Override
  public void add(RowCursor part) {
    parts().forEach(own -> own.add(part));
  }

  private List<Binned> parts() {
    return List.of(purchases, values, calibration);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueTotals o && parts().equals(o.parts());
  }

  @Override
  public int hashCode() {
    return Objects.hash(purchases, values, calibration);
  }

  @Override
  public String toString() {
    return parts().toString();
  }
}
