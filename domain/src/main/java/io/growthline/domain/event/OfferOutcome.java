package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** What became of an offer. */
@Table(
    dataset = "raw",
    name = "offer_outcomes",
    grain = "one outcome of an offer shown",
    description = "What became of an offer.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    cluster = {"customer_id"})
public record OfferOutcome(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column(value = "Exposure concerned.", references = "raw.offer_exposures.exposure_id")
        String exposureId,
    @Column("Whether the offer was taken.") boolean accepted,
    @Column(
            value = "Contribution margin over the first twelve months, after the incentive.",
            nullable = true,
            unit = "minor")
        Long marginMinor,
    @Column(value = "Incentive paid.", nullable = true, unit = "minor", min = 0)
        Long incentiveCostMinor,
    @Column(value = "Whether support was contacted within 14 days.", nullable = true)
        Boolean supportContact14d,
    @Column(value = "Whether a complaint came within 14 days.", nullable = true)
        Boolean complaint14d)
    implements RawEvent {
  /** Who refused and took an offer at one instant took it. */
  @Override
  public int rank() {
    return accepted ? 1 : 0;
  }
}
