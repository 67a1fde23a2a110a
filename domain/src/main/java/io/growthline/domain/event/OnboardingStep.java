package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** A step that an applicant took or the bank decided. */
@Table(
    dataset = "raw",
    name = "onboarding_steps",
    grain = "one step of an application",
    description = "A step that an applicant took or the bank decided.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    freshDays = 7,
    cluster = {"customer_id"})
public record OnboardingStep(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column(
            value = "Step of the onboarding.",
            allowed = {
              "application_submitted",
              "kyc_decisioned",
              "account_activated",
              "account_funded"
            })
        String step,
    @Column(value = "Result of the step, for example approved or rejected.", nullable = true)
        String outcome,
    @Column(value = "Amount funded.", nullable = true, unit = "minor", min = 0) Long amountMinor)
    implements RawEvent {
  public boolean submitsApplication() {
    return step.equals("application_submitted");
  }

  /** Whether the bank has decided that the applicant is who they say. */
  public boolean approvesIdentity() {
    return step.equals("kyc_decisioned") && "approved".equals(outcome);
  }

  /** Whether the bank has refused the applicant. */
  public boolean rejectsIdentity() {
    return step.equals("kyc_decisioned") && "rejected".equals(outcome);
  }

  public boolean activatesAccount() {
    return step.equals("account_activated");
  }

  public boolean fundsAccount() {
    return step.equals("account_funded");
  }
}
