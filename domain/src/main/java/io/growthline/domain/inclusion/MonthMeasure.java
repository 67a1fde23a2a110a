package io.growthline.domain.inclusion;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** What can be measured in a month of a customer. */
enum MonthMeasure {
  PAYMENTS(Payment.class, month -> month.count(Payment.class, p -> p.succeeded() || p.failed())),
  FAILED_PAYMENTS(Payment.class, month -> month.count(Payment.class, Payment::failed)),
  PURCHASES(Transaction.class, month -> (double) month.spending().purchases()),
  TRANSACTIONS(Transaction.class, month -> month.count(Transaction.class, t -> true)),
  DECLINED_TRANSACTIONS(
      Transaction.class, month -> month.count(Transaction.class, Transaction::declined)),
  SESSIONS(Session.class, month -> month.count(Session.class, s -> true)),
  SUPPORT_CONTACTS(SupportContact.class, month -> month.count(SupportContact.class, c -> true)),
  ESSENTIAL_SHARE(Transaction.class, month -> month.spending().essentialShare()),
  SPEND_CHANGE(Transaction.class, CustomerMonth::spendChange),
  SESSION_CHANGE(Session.class, CustomerMonth::sessionChange);

  private final Class<? extends RawEvent> source;
  private final Function<CustomerMonth, Double> value;

  MonthMeasure(Class<? extends RawEvent> source, Function<CustomerMonth, Double> value) {
    this.source = source;
    this.value = value;
  }

  /**
   * The measure of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  static MonthMeasure of(String name) {
    return Arrays.stream(values())
        .filter(measure -> measure.text().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no measure %s; write one of %s"
                        .formatted(
                            name, Arrays.stream(values()).map(MonthMeasure::text).toList())));
  }

  /** Name in files. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The events without which it is not known. */
  Class<? extends RawEvent> source() {
    return source;
  }

  /** Its value in a month; null when it is not known. */
  Double of(CustomerMonth month) {
    return value.apply(month);
  }
}
