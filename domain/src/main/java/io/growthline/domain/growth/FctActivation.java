package io.growthline.domain.growth;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/**
 * From application to first use: what was known by day 3, and whether day 7 found the customer
 * active.
 */
@Table(
    dataset = "marts",
    name = "fct_activation",
    grain = "one customer with an account",
    description =
        "From application to first use: what was known by day 3, and whether day 7 found the customer active.",
    key = {"customer_id"},
    partition = "opened_on")
public record FctActivation(
    @Column("The customer.") String customerId,
    @Column("Day the account was opened.") LocalDate openedOn,
    @Column(value = "Channel through which the customer came.", nullable = true)
        String signupChannel,
    @Column(value = "Region of residence.", nullable = true) String region,
    @Column(value = "Income band.", nullable = true) String incomeSegment,
    @Column(value = "When the application came, UTC.", nullable = true) Instant submittedAt,
    @Column(value = "When identity was approved, UTC.", nullable = true) Instant kycApprovedAt,
    @Column(value = "When the account was activated, UTC.", nullable = true) Instant activatedAt,
    @Column(value = "When the account was first funded, UTC.", nullable = true) Instant fundedAt,
    @Column(value = "First purchase, UTC.", nullable = true) Instant firstTransactionAt,
    @Column(
            value = "Time from application to approval, if approved by the end of day 3.",
            nullable = true,
            unit = "hours")
        Double kycHours,
    @Column("Funded by the end of day 3.") boolean fundedByD3,
    @Column(value = "Amount funded by the end of day 3.", unit = "minor") long fundedMinorByD3,
    @Column(value = "Purchases by the end of day 3.", min = 0) long transactionsByD3,
    @Column(value = "Sessions by the end of day 3.", min = 0) long sessionsByD3,
    @Column(value = "Different features used by the end of day 3.", min = 0) long featuresByD3,
    @Column(value = "Support contacts by the end of day 3.", min = 0) long supportContactsByD3,
    @Column("Whether push messages were allowed by the end of day 3.") boolean pushOptIn,
    @Column(
            value =
                "Funded and at least three purchases within 7 days; absent until day 7 has passed.",
            nullable = true)
        Boolean activatedD7,
    @Column(
            value =
                "Time from application to the last of these; absent unless the customer was activated and the application is known.",
            nullable = true,
            unit = "hours")
        Double hoursToActivation,
    @Column("Whether 7 days have passed.") boolean isMature) {}
