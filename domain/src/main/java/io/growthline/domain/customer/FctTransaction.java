package io.growthline.domain.customer;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** Deduplicated transactions with the attributes of the customer at the time. */
@Table(
    dataset = "marts",
    name = "fct_transactions",
    grain = "one transaction",
    description = "Deduplicated transactions with the attributes of the customer at the time.",
    key = {"transaction_id", "event_id", "customer_id"},
    partition = "occurred_on",
    cluster = {"customer_id"})
public record FctTransaction(
    @Column("Delivery that was kept.") String eventId,
    @Column("The transaction.") String transactionId,
    @Column(value = "The customer.", nullable = true) String customerId,
    @Column("When it happened, UTC.") Instant occurredAt,
    @Column("Day it happened, UTC.") LocalDate occurredOn,
    @Column("When the platform knew, UTC.") Instant ingestedAt,
    @Column(value = "Amount: positive for spending, negative for a refund.", unit = "minor")
        long amountMinor,
    @Column("ISO 4217 code.") String currency,
    @Column(value = "Merchant.", nullable = true) String merchantName,
    @Column(value = "Merchant category.", nullable = true) String merchantCategory,
    @Column(value = "How it was made.", nullable = true) String channel,
    @Column("Whether it went through.") String status,
    @Column(value = "Why it was declined.", nullable = true) String declineReason,
    @Column("Whether the status is approved.") boolean isApproved,
    @Column(
            value =
                "Start of the version of the customer that was valid then: with customer_id the key of marts.dim_customer; absent before the first.",
            nullable = true)
        Instant customerValidFrom,
    @Column(value = "Region of the customer then.", nullable = true) String region,
    @Column(value = "Income band of the customer then.", nullable = true) String incomeSegment,
    @Column(
            value =
                "What it adds to spending, in the reporting currency: 0 when declined or reversed, below 0 for a refund; absent without a rate.",
            nullable = true,
            unit = "minor")
        Long spendMinor) {}
