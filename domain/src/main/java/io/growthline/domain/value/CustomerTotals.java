package io.growthline.domain.value;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.customer.PurchaseHistory;
import io.growthline.domain.mart.Totals;

/** What models of customer value are fitted to, and a sample of customers to compare with. */
public final class CustomerTotals implements Totals<CustomerTotals> {
  private final ValueTotals values = new ValueTotals();
  private final CustomerSample sample = new CustomerSample();

  void count(PurchaseHistory history) {
    values.count(history);
    values.countHoldout(history);
    sample.add(history);
  }

  ValueTotals values() {
    return values;
  }

  CustomerSample sample() {
    return sample;
  }

  @Override
  public void addAll(CustomerTotals part) {
    values.addAll(part.values);
    sample.addAll(part.sample);
  }

  @Override
  public void write(RowBuffer out) {
    values.write(out);
    sample.write(out);
  }

  @Override
  public void add(RowCursor part) {
    values.add(part);
    sample.add(part);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CustomerTotals o && values.equals(o.values) && sample.equals(o.sample);
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + sample.hashCode();
  }

  @Override
  public String toString() {
    return values + ", sample " + sample;
  }
}
