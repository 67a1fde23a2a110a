package io.growthline.domain.mart;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.customer.TransactionFacts;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.event.Transaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What happened at one instant gives the same marts whatever the events are called. */
class OneInstantTest {
  private static final String NOON = "2026-01-02T12:00:00Z";
  private static final LocalDate AS_OF = LocalDate.parse("2026-03-15");

  /** All that one instant brings; the number is the place of the id. */
  private static final List<Function<String, RawEvent>> EVENTS =
      List.of(
          id -> at(Subscription.class, id, "subscription_id", "s", "change", "start"),
          id -> at(Subscription.class, id, "subscription_id", "s", "change", "upgrade"),
          id -> at(Subscription.class, id, "subscription_id", "s", "change", "downgrade"),
          id -> at(Subscription.class, id, "subscription_id", "s", "change", "cancel"),
          id -> at(OnboardingStep.class, id, "step", "application_submitted"),
          id -> at(OnboardingStep.class, id, "step", "kyc_decisioned", "outcome", "rejected"),
          id -> at(OnboardingStep.class, id, "step", "kyc_decisioned", "outcome", "approved"),
          id -> at(OnboardingStep.class, id, "step", "account_activated"),
          id -> at(OnboardingStep.class, id, "step", "account_funded", "amount_minor", 5L),
          id -> at(OfferExposure.class, id, "exposure_id", "x"),
          id -> at(OfferOutcome.class, id, "exposure_id", "x", "accepted", false),
          id -> at(OfferOutcome.class, id, "exposure_id", "x", "accepted", true),
          id -> at(Invoice.class, id, "invoice_id", "i", "amount_minor", 7L),
          id -> at(Payment.class, id, "invoice_id", "i", "status", "failed"),
          id -> at(Payment.class, id, "invoice_id", "i", "status", "succeeded"),
          id -> at(Payment.class, id, "invoice_id", "i", "status", "refunded"),
          id -> at(Transaction.class, id, "transaction_id", "t1", "amount_minor", 100L),
          id -> at(Transaction.class, id, "transaction_id", "t2", "status", "declined"),
          id -> at(NpsResponse.class, id, "score", 2L),
          id -> at(NpsResponse.class, id, "score", 9L, "ingested_at", "2026-01-03T00:00:00Z"),
          id -> at(CustomerProfile.class, id, "region", "north"),
          id ->
              at(
                  CustomerProfile.class,
                  id,
                  "region",
                  "south",
                  "ingested_at",
                  "2026-01-03T00:00:00Z"));

  private static final Map<?, ?> EXPECTED =
      marts(IntStream.range(0, EVENTS.size()).mapToObj(i -> "%02d".formatted(i)).toList());

  @Property(tries = 200)
  void idsDoNotDecide(@ForAll("ids") List<String> ids) {
    assertThat(marts(ids), is(EXPECTED));
  }

  @Provide
  Arbitrary<List<String>> ids() {
    return Arbitraries.shuffle(
        IntStream.range(0, EVENTS.size()).mapToObj(i -> "%02d".formatted(i)).toList());
  }

  private static Map<?, ?> marts(List<String> ids) {
    List<RawEvent> events =
        IntStream.range(0, ids.size()).mapToObj(i -> EVENTS.get(i).apply(ids.get(i))).toList();
    CustomerAsOf customer = CustomerAsOf.of("c1", events, AS_OF);
    // A fact names the delivery that it is.
    return Marts.CUSTOMERS.stream()
        .filter(mart -> !(mart instanceof TransactionFacts))
        .collect(Collectors.toMap(CustomerMart::table, customer::rows));
  }

  private static <E extends Record & RawEvent> E at(Class<E> type, String id, Object... columns) {
    List<Object> all = new ArrayList<>(List.of("event_id", id));
    all.addAll(List.of(columns));
    return event(type, NOON, all.toArray());
  }
}
