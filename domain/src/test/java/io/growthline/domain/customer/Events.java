package io.growthline.domain.customer;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Small events of the customer c1, known one second after they happened. */
public final class Events {
  private Events() {}

  /**
   * An event of any type.
   *
   * @param columns names and values in turn, times and days as text; a required column that is not
   *     named is 0, false, the first allowed value or its own name, an optional one is absent
   */
  public static <E extends Record & RawEvent> E event(Class<E> type, String at, Object... columns) {
    Map<String, Object> named = new HashMap<>();
    named.put("event_id", type.getSimpleName() + "-" + at);
    named.put("idempotency_key", type.getSimpleName() + "-" + at);
    named.put("customer_id", "c1");
    named.put("occurred_at", at);
    named.put("ingested_at", Instant.parse(at).plusSeconds(1).toString());
    for (int i = 0; i < columns.length; i += 2) {
      named.put((String) columns[i], columns[i + 1]);
    }
    return Rows.of(type, named);
  }

  public static CustomerProfile profile(String at, String region, String openedOn) {
    Instant time = Instant.parse(at);
    return new CustomerProfile(
        "profile-" + at + region,
        "profile-" + at + region,
        "c1",
        time,
        time.plusSeconds(1),
        1,
        "test",
        "Customer 1",
        "c1@example.invalid",
        1990L,
        region,
        "Town",
        "middle",
        "employed",
        "organic",
        "android",
        "debit",
        null,
        LocalDate.parse(openedOn),
        true,
        false,
        false,
        null,
        null,
        null);
  }

  public static Transaction transaction(String at, long amountMinor) {
    return transaction(at, amountMinor, "approved", Instant.parse(at).plusSeconds(1));
  }

  public static Transaction transaction(
      String at, long amountMinor, String status, Instant ingestedAt) {
    return new Transaction(
        "tx-" + at,
        "tx-" + at,
        "c1",
        Instant.parse(at),
        ingestedAt,
        1,
        "test",
        "tx-" + at,
        amountMinor,
        "GBP",
        "Shop",
        "groceries",
        "online",
        status,
        null);
  }

  public static Session session(String at) {
    Instant time = Instant.parse(at);
    return new Session(
        "s-" + at, "s-" + at, "c1", time, time.plusSeconds(1), 1, "test", "s-" + at, 60, 3L, false);
  }

  public static OnboardingStep step(String at, String step, Long amountMinor) {
    Instant time = Instant.parse(at);
    String outcome = step.equals("kyc_decisioned") ? "approved" : null;
    return new OnboardingStep(
        step + at,
        step + at,
        "c1",
        time,
        time.plusSeconds(1),
        1,
        "test",
        step,
        outcome,
        amountMinor);
  }

  public static Subscription subscription(String at, String change, long priceMinor) {
    Instant time = Instant.parse(at);
    return new Subscription(
        "sub-" + at,
        "sub-" + at,
        "c1",
        time,
        time.plusSeconds(1),
        1,
        "test",
        "sub1",
        "plus",
        change,
        priceMinor,
        null,
        null,
        null);
  }

  public static SupportContact contact(String at, boolean complaint) {
    return event(SupportContact.class, at, "complaint", complaint);
  }

  public static Payment payment(String at, String status, long amountMinor) {
    return event(Payment.class, at, "status", status, "amount_minor", amountMinor);
  }

  public static NpsResponse answer(String at, long score) {
    return event(NpsResponse.class, at, "score", score);
  }

  /** The same event, but it names no customer. */
  @SuppressWarnings("unchecked") // raw events are records of their own contract
  public static RawEvent withoutCustomer(RawEvent event) {
    TableSpec<Record> table = (TableSpec<Record>) TableSpec.of(((Record) event).getClass());
    Object[] values = table.values((Record) event);
    values[table.indexOf("customer_id")] = null;
    return (RawEvent) table.create(values);
  }

  /** Spend of a day that names no customer. */
  public static CampaignSpend spend(String at, String region, long spendMinor) {
    return event(
        CampaignSpend.class,
        at,
        "customer_id",
        null,
        "region",
        region,
        "spend_on",
        at.substring(0, 10),
        "spend_minor",
        spendMinor);
  }
}
