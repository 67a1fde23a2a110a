package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** Marketing spend by campaign, region and day; names no customer. */
@Table(
    dataset = "raw",
    name = "campaign_spend",
    grain = "one booking of campaign spend",
    description = "Marketing spend by campaign, region and day; names no customer.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    cluster = {"customer_id"})
public record CampaignSpend(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the campaign.") String campaignId,
    @Column(value = "Region addressed; absent for national campaigns.", nullable = true)
        String region,
    @Column("Marketing channel.") String channel,
    @Column(value = "Day of the spend.", notBefore = Column.FIRST_DAY, notAfter = Column.LAST_DAY)
        LocalDate spendOn,
    @Column(value = "Amount spent.", unit = "minor", min = 0) long spendMinor,
    @Column(value = "Impressions.", nullable = true, min = 0) Long impressions,
    @Column(value = "Clicks.", nullable = true, min = 0) Long clicks)
    implements RawEvent {}
