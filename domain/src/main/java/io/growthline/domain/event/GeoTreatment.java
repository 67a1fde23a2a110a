package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** Which regions a test treats, and when; names no customer. */
@Table(
    dataset = "raw",
    name = "geo_treatments",
    grain = "one region in a test of one metric",
    description = "Which regions a test treats, and when; names no customer.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    cluster = {"customer_id"})
public record GeoTreatment(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the test; that of a campaign is its campaign_id.") String testId,
    @Column(
            "What the test is to change: signups, activations or spend_minor of marts.region_daily, or a metric of raw.region_outcomes.")
        String metric,
    @Column("The region.") String region,
    @Column(
            value =
                "treated, or neighbour: not treated but in reach, so it is compared with nobody and looked at for spillover.",
            allowed = {"treated", "neighbour"})
        String role,
    @Column(
            value = "First day of the treatment, the same for all regions of a test.",
            notBefore = Column.FIRST_DAY,
            notAfter = Column.LAST_DAY)
        LocalDate startsOn,
    @Column(
            value = "Last day of the treatment, the same for all regions of a test.",
            notBefore = Column.FIRST_DAY,
            notAfter = Column.LAST_DAY)
        LocalDate endsOn,
    @Column(
            value =
                "What the treatment costs in this region; where no region says, raw.campaign_spend of the campaign counts.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long spendMinor)
    implements RawEvent {}
