package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** What a customer was asked to pay for a plan. */
@Table(
    dataset = "raw",
    name = "invoices",
    grain = "one invoice",
    description = "What a customer was asked to pay for a plan.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    freshDays = 7,
    cluster = {"customer_id"})
public record Invoice(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the invoice.") String invoiceId,
    @Column("Subscription invoiced.") String subscriptionId,
    @Column(
            value = "First day of the period invoiced.",
            notBefore = Column.FIRST_DAY,
            notAfter = Column.LAST_DAY)
        LocalDate periodStart,
    @Column(value = "Day payment is due.", notBefore = Column.FIRST_DAY, notAfter = Column.LAST_DAY)
        LocalDate dueOn,
    @Column(value = "Amount due.", unit = "minor", min = 0) long amountMinor)
    implements RawEvent {}
