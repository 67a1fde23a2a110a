package io.growthline.domain.customer;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** All that matters about a customer in one row. */
@Table(
    dataset = "marts",
    name = "customer_360_profile",
    grain = "one customer",
    description = "All that matters about a customer in one row.",
    key = {"customer_id"},
    cluster = {"region", "income_segment"})
public record Customer360Profile(
    @Column("The customer.") String customerId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Region of residence.", nullable = true) String region,
    @Column(value = "Income band.", nullable = true) String incomeSegment,
    @Column(value = "Channel through which the customer came.", nullable = true)
        String signupChannel,
    @Column(value = "Day the account was opened.", nullable = true) LocalDate accountOpenedOn,
    @Column(value = "Days since the account was opened.", nullable = true, unit = "days")
        Long tenureDays,
    @Column("Whether the customer needs protection.") boolean vulnerableCustomer,
    @Column("Whether the account is for a business.") boolean businessAccount,
    @Column(value = "Current plan; absent without a subscription.", nullable = true) String plan,
    @Column(value = "Monthly price of the plan.", nullable = true, unit = "minor")
        Long planPriceMinor,
    @Column(
            value = "State of the subscription.",
            allowed = {"active", "cancelled", "none"})
        String subscriptionStatus,
    @Column(value = "Last transaction, session or feature use, UTC.", nullable = true)
        Instant lastActiveAt,
    @Column(value = "Days since then.", nullable = true, unit = "days") Long daysSinceActive,
    @Column("Purchases in all: approved transactions, neither reversed nor refunds.")
        long transactionCount,
    @Column(
            value =
                "Purchases in all less refunds, in the reporting currency; absent where one has no rate.",
            nullable = true,
            unit = "minor")
        Long spendMinor,
    @Column("Purchases in the last 30 days.") long transactionCount30d,
    @Column(value = "The same of the last 30 days.", nullable = true, unit = "minor")
        Long spendMinor30d,
    @Column(value = "Mean purchase, whatever was refunded.", nullable = true, unit = "minor")
        Double averageTransactionMinor,
    @Column(value = "Days since the last purchase.", nullable = true, unit = "days")
        Long daysSinceTransaction,
    @Column(value = "Category with the highest purchases less refunds.", nullable = true)
        String topMerchantCategory,
    @Column("App sessions in the last 30 days.") long sessionCount30d,
    @Column("Complaints not resolved.") long openComplaints,
    @Column("Support contacts in the last 90 days.") long supportContacts90d,
    @Column("Failed payments in the last 90 days.") long failedPayments90d,
    @Column(value = "Newest answer to the recommendation question.", nullable = true) Long lastNps,
    @Column("Referrals that qualified.") long referralsQualified,
    @Column(
            value =
                "Upgrades and downgrades after the end of their subscription; they change nothing.",
            expectZero = true)
        long ignoredSubscriptionChanges,
    @Column(
            value =
                "Purchases and refunds in another than the reporting currency and without a rate.",
            expectZero = true)
        long transactionsWithoutRate) {}
