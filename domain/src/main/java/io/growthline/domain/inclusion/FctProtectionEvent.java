package io.growthline.domain.inclusion;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** What would be done for a customer before a transfer. */
@Table(
    dataset = "marts",
    name = "fct_protection_events",
    grain = "one transfer",
    description =
        "What would be done for a customer before a transfer, as a simulation: every intervention supports the customer, none blocks the transfer.",
    key = {"transfer_id", "customer_id"},
    partition = "checked_on",
    cluster = {"customer_id"})
public record FctProtectionEvent(
    @Column("The transfer; of several checks the last counts.") String transferId,
    @Column("The customer.") String customerId,
    @Column("When it was checked, UTC.") Instant checkedAt,
    @Column("Day of the check, UTC.") LocalDate checkedOn,
    @Column(value = "Amount.", unit = "minor", min = 0) long amountMinor,
    @Column("ISO 4217 code.") String currency,
    @Column(
            "Whether the customer needed protection then; it raises the score, so help comes earlier.")
        boolean vulnerableCustomer,
    @Column(value = "How much speaks for help, from 0 to 1.", min = 0, max = 1) double score,
    @Column(
            value =
                "The intervention: education is a few words about scams, soft_friction a question first, cooling_off time to think, human_review help from a person.",
            allowedBy = Intervention.Names.class)
        String action,
    @Column(
            value = "The signs that were seen, joined by commas; absent without any.",
            nullable = true)
        String reasons) {}
