package io.growthline.domain.customer;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.Referral;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

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

  public static FeatureUse featureUse(String at, String feature) {
    Instant time = Instant.parse(at);
    return new FeatureUse(
        "f-" + at, "f-" + at, "c1", time, time.plusSeconds(1), 1, "test", feature);
  }

  public static SupportContact contact(String at, boolean complaint, String resolvedAt) {
    return row(
        SupportContact.class,
        at,
        "contact_id",
        "k-" + at,
        "complaint",
        complaint,
        "resolved_at",
        resolvedAt == null ? null : Instant.parse(resolvedAt));
  }

  public static Payment payment(String at, String status, long amountMinor) {
    return row(Payment.class, at, "payment_id", at, "status", status, "amount_minor", amountMinor);
  }

  public static NpsResponse answer(String at, long score) {
    return row(NpsResponse.class, at, "score", score);
  }

  public static Referral referral(String at, String stage) {
    return row(Referral.class, at, "stage", stage);
  }

  public static OfferExposure exposure(String at, String exposureId, String campaignId) {
    return row(
        OfferExposure.class,
        at,
        "exposure_id",
        exposureId,
        "offer_id",
        "plus_plan",
        "campaign_id",
        campaignId,
        "price_minor",
        500L,
        "eligible",
        true);
  }

  public static OfferOutcome outcome(String at, String exposureId, boolean accepted) {
    return row(OfferOutcome.class, at, "exposure_id", exposureId, "accepted", accepted);
  }

  /** Spend that names no customer. */
  public static CampaignSpend spend(String at, String region, long spendMinor) {
    return row(
        CampaignSpend.class,
        at,
        "customer_id",
        null,
        "campaign_id",
        "spring",
        "region",
        region,
        "channel",
        "radio",
        "spend_on",
        LocalDate.parse(at.substring(0, 10)),
        "spend_minor",
        spendMinor);
  }

  /** An event of c1 with these columns, and nothing in those that may be absent. */
  public static <E extends Record> E row(Class<E> type, String at, Object... columns) {
    Instant time = Instant.parse(at);
    Object[] all =
        Arrays.copyOf(
            new Object[] {
              "event_id",
              type.getSimpleName() + at,
              "idempotency_key",
              type.getSimpleName() + at,
              "customer_id",
              "c1",
              "occurred_at",
              time,
              "ingested_at",
              time.plusSeconds(1),
              "source",
              "test"
            },
            12 + columns.length);
    System.arraycopy(columns, 0, all, 12, columns.length);
    return Rows.of(type, all);
  }
}
