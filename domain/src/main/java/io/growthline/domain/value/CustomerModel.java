package io.growthline.domain.value;

import io.growthline.domain.customer.PurchaseHistory;
import io.growthline.domain.customer.ValueRules;
import io.growthline.domain.mart.TotalRows;
import java.time.LocalDate;

/**
 * What is known of all customers, and what it says of one.
 *
 * @param values of purchases
 * @param margins of purchases, plans and costs
 * @param bands of expected margin
 */
record CustomerModel(ValueModel values, MarginModel margins, ValueBands bands) {
  static CustomerModel fit(ValueRules rules, CustomerTotals all, TotalRows tables, LocalDate asOf) {
    ValueModel values = ValueModel.fit(all.values());
    MarginModel margins = MarginModel.of(rules, tables, asOf);
    long[] expected =
        all.sample().customers().stream()
            .map(customer -> margins.of(customer, values.expectation(customer)).expectedMinor())
            .filter(margin -> margin != null && margin > 0)
            .mapToLong(Long::longValue)
            .toArray();
    return new CustomerModel(values, margins, ValueBands.of(rules.bands(), expected));
  }

  /** The row of a customer. */
  CustomerLtv row(PurchaseHistory customer) {
    Expectation purchases = values.expectation(customer);
    Margin margin = margins.of(customer, purchases);
    Long repeatMinor = customer.repeatValueMinor();
    long repeats = customer.repeatDays();
    return new CustomerLtv(
        customer.customerId(),
        customer.asOf(),
        repeats,
        customer.hasBought() ? (Double) ValueModel.recencyWeeks(customer) : null,
        customer.hasBought() ? (Double) ValueModel.ageWeeks(customer) : null,
        repeats == 0 || repeatMinor == null ? null : (Double) ((double) repeatMinor / repeats),
        customer.spendMinor(),
        customer.paidMinor(),
        margin.historicMinor(),
        margin.historicReason(),
        purchases.alive(),
        purchases.purchases(),
        purchases.valueMinor(),
        purchases.lowerMinor(),
        purchases.upperMinor(),
        purchases.band(),
        purchases.withheldReason(),
        margin.expectedMinor(),
        margin.lowerMinor(),
        margin.upperMinor(),
        (long) ValueModel.WEEKS,
        margin.expectedReason(),
        margin.simpleMinor(),
        bands.of(margin.expectedMinor()));
  }
}
