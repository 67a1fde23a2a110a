package io.growthline.domain.metric;

import static io.growthline.domain.metric.Counting.one;
import static io.growthline.domain.metric.Measure.ofCustomers;
import static io.growthline.domain.metric.Measure.ofRows;
import static io.growthline.domain.metric.Measure.ofSpending;

import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.customer.Spending;
import io.growthline.domain.customer.ValueRules;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import java.util.List;

/** What transactions add up to. */
final class SpendingMeasures {
  private static final ValueRules VALUE = ValueRules.standard();

  private static final Measure WITHOUT_RATE =
      ofSpending(
          "transactions_without_rate",
          "Purchases and refunds of the period in another currency and without a rate",
          Spending::withoutRate);

  static final List<Measure> ALL =
      List.of(
          ofSpending(
                  "transaction_volume_minor",
                  "Purchases of the period less refunds, in the reporting currency, also of"
                      + " transactions that name no customer; withheld where one has no rate",
                  Spending::convertedMinor)
              .withheldBy(WITHOUT_RATE),
          WITHOUT_RATE,
          ofCustomers(
                  "customer_spend_minor",
                  List.of(Transaction.class),
                  "The same of customers alone",
                  p -> p.spending().convertedMinor(),
                  Transaction.class::isInstance)
              .withheldBy(WITHOUT_RATE),
          ofCustomers(
                  "purchase_revenue_minor",
                  List.of(Transaction.class),
                  "What the bank keeps of this, as customer/value.yaml assumes for the customer's"
                      + " kind of card",
                  SpendingMeasures::kept,
                  Transaction.class::isInstance)
              .withheldBy(WITHOUT_RATE),
          ofCustomers(
                  "purchases_minor",
                  List.of(Transaction.class),
                  "Purchases of customers in the period without refunds; withheld where one has no"
                      + " rate",
                  p -> p.spending().purchasedMinor(),
                  SpendingMeasures::isPurchase)
              .withheldBy(WITHOUT_RATE),
          ofCustomers(
              "transactions",
              List.of(Transaction.class),
              "Purchases of customers in the period: approved transactions, neither reversed nor"
                  + " refunds",
              p -> p.spending().count(),
              SpendingMeasures::isPurchase),
          ofRows(
              "transactions_decided",
              Transaction.class,
              "Transactions of the period that were approved or declined",
              e -> one(e.approved() || e.declined())),
          ofRows(
              "transactions_declined",
              Transaction.class,
              "Transactions of the period that were declined",
              e -> one(e.declined())));

  private SpendingMeasures() {}

  private static long kept(CustomerPeriod period) {
    long minor = period.spending().convertedMinor();
    if (minor == 0) {
      return 0;
    }
    ValueRules.Purchases rules = VALUE.purchases();
    String card = period.customer().versions().current().map(DimCustomer::cardType).orElse(null);
    return rules.keptMinor(minor, rules.isCredit(card));
  }

  private static boolean isPurchase(RawEvent event) {
    return event instanceof Transaction transaction && Spending.isPurchase(transaction);
  }
}
