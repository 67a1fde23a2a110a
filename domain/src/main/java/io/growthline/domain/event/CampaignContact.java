package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** Whom a campaign of the CRM contacted, or held out. */
@Table(
    dataset = "raw",
    name = "campaign_contacts",
    grain = "one customer contacted or held out by a campaign",
    description =
        "Whom campaigns that this platform did not plan contacted or held out, so that their effect can be measured.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    cluster = {"customer_id"})
public record CampaignContact(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the campaign.") String campaignId,
    @Column("What the campaign does.") String action,
    @Column(
            value = "Whether the customer was contacted, or held out to measure the effect.",
            allowed = {"treated", "holdout"})
        String arm,
    @Column(
            value = "Chance with which the draw of arms chose treated.",
            unit = "share",
            min = 0,
            max = 1)
        double propensity,
    @Column(
            value = "What was lost if the customer left, as estimated before the contact.",
            unit = "minor",
            nullable = true)
        Long valueMinor,
    @Column(value = "Cost of the contact; 0 for who was held out.", unit = "minor", min = 0)
        long contactCostMinor,
    @Column(
            value = "Incentive paid to the customer; absent for none.",
            unit = "minor",
            nullable = true,
            min = 0)
        Long incentiveMinor)
    implements RawEvent {}
