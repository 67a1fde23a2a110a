package io.growthline.domain.finance;

import io.growthline.domain.customer.KnownEvents;
import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is known of the billing of a customer, by the ids that link it; worked out once.
 *
 * @param invoices by id; the newest of each
 * @param payments by the id of their invoice, in order
 * @param changes of subscriptions by their id, in order
 */
record Billed(
    CustomerAsOf customer,
    Map<String, Invoice> invoices,
    Map<String, List<Payment>> payments,
    Map<String, List<Subscription>> changes) {
  static Billed of(CustomerAsOf customer) {
    return customer.shared(Billed.class, Billed::link);
  }

  private static Billed link(CustomerAsOf customer) {
    KnownEvents known = customer.known();
    Map<String, Invoice> invoices = new LinkedHashMap<>();
    known.all(Invoice.class).forEach(invoice -> invoices.put(invoice.invoiceId(), invoice));
    return new Billed(
        customer,
        invoices,
        by(known.all(Payment.class), Payment::invoiceId),
        by(known.all(Subscription.class), Subscription::subscriptionId));
  }

  List<Payment> paymentsOf(String invoiceId) {
    return payments.getOrDefault(invoiceId, List.of());
  }

  List<Subscription> changesOf(String subscriptionId) {
    return changes.getOrDefault(subscriptionId, List.of());
  }

  static LocalDate day(RawEvent event) {
    return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
  }

  private static <E> Map<String, List<E>> by(List<E> events, Function<E, String> id) {
    Map<String, List<E>> byId = new TreeMap<>();
    for (E event : events) {
      byId.computeIfAbsent(id.apply(event), i -> new ArrayList<>()).add(event);
    }
    return byId;
  }
}
