package io.growthline.domain.growth;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What campaigns cost and what came of them. */
@Table(
    dataset = "marts",
    name = "campaign_performance",
    grain = "one campaign in one month",
    description = "What campaigns cost and what came of them.",
    key = {"campaign_id", "month"})
public record CampaignPerformance(
    @Column("The campaign.") String campaignId,
    @Column("First day of the month.") LocalDate month,
    @Column(value = "Booked for days of the month.", unit = "minor") long spendMinor,
    @Column("Impressions of these bookings.") long impressions,
    @Column("Clicks of these bookings.") long clicks,
    @Column("Offers shown in the month.") long exposures,
    @Column("Of these, offers with a known outcome.") long decided,
    @Column("Of these, offers taken.") long acceptances,
    @Column(value = "Incentives paid for these.", unit = "minor") long incentiveCostMinor,
    @Column(value = "Spend over clicks.", nullable = true, unit = "minor") Double costPerClickMinor,
    @Column(value = "Spend and incentives over offers taken.", nullable = true, unit = "minor")
        Double costPerAcceptanceMinor) {}
