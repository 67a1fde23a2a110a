package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** An offer that a customer was shown, with its price. */
@Table(
    dataset = "raw",
    name = "offer_exposures",
    grain = "one offer shown",
    description = "An offer that a customer was shown, with its price.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    cluster = {"customer_id"})
public record OfferExposure(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the exposure.") String exposureId,
    @Column("Identifies the offer.") String offerId,
    @Column(value = "Campaign it belongs to.", nullable = true) String campaignId,
    @Column(value = "Monthly price shown.", unit = "minor", min = 0) long priceMinor,
    @Column(value = "One-off incentive shown.", unit = "minor", min = 0) long incentiveMinor,
    @Column("Whether the customer was eligible.") boolean eligible,
    @Column(value = "Why or why not.", nullable = true) String eligibilityReason,
    @Column(value = "Whether the customer confirmed understanding the terms.", nullable = true)
        Boolean understood)
    implements RawEvent {}
