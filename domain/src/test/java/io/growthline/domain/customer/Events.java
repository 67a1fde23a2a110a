package io.growthline.domain.customer;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.event.Transaction;
import java.time.Instant;
import java.time.LocalDate;

/** Small events of the customer c1, known one second after they happened. */
public final class Events {
  private Events() {}

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
