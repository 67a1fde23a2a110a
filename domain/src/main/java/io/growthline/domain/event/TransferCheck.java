package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** What was seen when a customer was about to send money to somebody. */
@Table(
    dataset = "raw",
    name = "transfer_checks",
    grain = "one check of a transfer before it is sent",
    description =
        "What was seen when a customer was about to send money to somebody: signs of a scam, and what the customer answered.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    cluster = {"customer_id"})
public record TransferCheck(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the transfer; one that is checked again keeps it.") String transferId,
    @Column(value = "Amount to be sent.", unit = "minor", min = 0) long amountMinor,
    @Column("ISO 4217 code.") String currency,
    @Column("Whether the customer never sent money to this payee before.") boolean newPayee,
    @Column("Whether it is the first large payment of the customer.") boolean firstLargePayment,
    @Column("Whether the customer is rarely active at this time of the day.") boolean unusualTime,
    @Column("Whether the device was not seen before.") boolean newDevice,
    @Column("Whether the customer saw a warning about scams and went on.") boolean ignoredWarning,
    @Column("Whether the customer asked support about a scam shortly before.") boolean scamContact,
    @Column("Whether the money is for an investment.") boolean investment,
    @Column("Whether the customer confirmed to know the payee.") boolean confirmed,
    @Column("Whether the customer saw a warning about scams and took time or changed the transfer.")
        boolean heededWarning)
    implements RawEvent {}
