package io.growthline.domain.customer;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Subscription;
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
    TableSpec<E> table = TableSpec.of(type);
    Object[] values =
        table.columns().stream()
            .map(column -> value(column, named.remove(column.name())))
            .toArray();
    if (!named.isEmpty()) {
      throw new IllegalArgumentException(table.id() + " has no columns " + named.keySet());
    }
    return table.create(values);
  }

  private static Object value(ColumnSpec column, Object value) {
    if (value == null) {
      return column.nullable() ? null : smallest(column);
    }
    return switch (column.type()) {
      case TIMESTAMP -> Instant.parse((String) value);
      case DATE -> LocalDate.parse((String) value);
      case INT64 -> ((Number) value).longValue();
      default -> value;
    };
  }

  private static Object smallest(ColumnSpec column) {
    return switch (column.type()) {
      case INT64 -> 0L;
      case FLOAT64 -> 0.0;
      case BOOL -> false;
      case STRING -> column.allowed().isEmpty() ? column.name() : column.allowed().get(0);
      case TIMESTAMP -> Instant.EPOCH;
      case DATE -> LocalDate.EPOCH;
    };
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
        false);
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
        priceMinor);
  }
}
