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
    cluster = {"customer_id"},
    version = 2)
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
        Boolean understood,
    @Column(value = "Product offered. Since version 2.", nullable = true) String product,
    @Column(
            value = "Kind of offer, for example cashback or referral_reward. Since version 2.",
            nullable = true)
        String offerType,
    @Column(
            value =
                "Arm to which chance assigned the customer: the holdout sees the product without an offer, incentive sees one with an incentive; absent where no trial ran. Since version 2.",
            nullable = true,
            allowed = {"holdout", "standard", "incentive"})
        String arm)
    implements RawEvent {}
