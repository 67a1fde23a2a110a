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
    @Column(value = "Employment status.", nullable = true) String employmentStatus,
    @Column(value = "Kind of card held.", nullable = true) String cardType,
    @Column(value = "Credit limit.", nullable = true, unit = "minor") Long creditLimitMinor,
    @Column("Whether push messages are allowed.") boolean pushOptIn,
    @Column(
            value =
                "The furthest step of the application: rejected only where no approval followed; none without steps in the data.",
            allowed = {"none", "applied", "rejected", "approved", "activated", "funded"})
        String onboardingState,
    @Column(value = "Current plan; absent without a subscription.", nullable = true) String plan,
    @Column(value = "Monthly price of the plan.", nullable = true, unit = "minor")
        Long planPriceMinor,
    @Column(
            value = "State of the subscription.",
            allowed = {"active", "cancelled", "none"})
        String subscriptionStatus,
    @Column(value = "Subscription payments in all less those refunded.", unit = "minor")
        long paidMinor,
    @Column(value = "The same of the last 90 days.", unit = "minor") long paidMinor90d,
    @Column(value = "When the newest invoice was made, UTC.", nullable = true)
        Instant lastInvoiceAt,
    @Column(value = "Its amount.", nullable = true, unit = "minor") Long lastInvoiceMinor,
    @Column(
            value =
                "What became of it: the first of refunded, paid and failed for which it has a payment, else open; absent without an invoice.",
            nullable = true,
            allowed = {"refunded", "paid", "failed", "open"})
        String lastInvoiceStatus,
    @Column(value = "Last transaction, session or feature use, UTC.", nullable = true)
        Instant lastActiveAt,
    @Column(value = "Days since then.", nullable = true, unit = "days") Long daysSinceActive,
    @Column(
            value = "Days since then as a status: up to 30, 60, 90 and more.",
            allowed = {
              "active",
              "inactive_30_60",
              "inactive_60_90",
              "inactive_90_plus",
              "never_active"
            })
        String recencyStatus,
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
    @Column("Purchases in the last 90 days.") long transactionCount90d,
    @Column(value = "Spending of the last 90 days.", nullable = true, unit = "minor")
        Long spendMinor90d,
    @Column(value = "Spending of the 90 days before.", nullable = true, unit = "minor")
        Long spendMinorPrior90d,
    @Column(
            value = "Change between both over the earlier; absent where that is not above 0.",
            nullable = true,
            unit = "share")
        Double spendChange90d,
    @Column(value = "Spending of the last 90 days over 3.", nullable = true, unit = "minor")
        Double monthlySpendMinor,
    @Column(
            value =
                "Monthly spending over the credit limit; absent without a limit or a rate, below 0 where refunds outweigh.",
            nullable = true,
            unit = "share")
        Double creditUtilisation,
    @Column(value = "Mean purchase, whatever was refunded.", nullable = true, unit = "minor")
        Double averageTransactionMinor,
    @Column(value = "Days since the last purchase.", nullable = true, unit = "days")
        Long daysSinceTransaction,
    @Column(value = "Category with the highest purchases less refunds.", nullable = true)
        String topMerchantCategory,
    @Column(
            value =
                "What purchases of the last 90 days are for: traveler by the share of travel, else necessity by that of necessities, else balanced; absent without any. Thresholds are in customer/segments.yaml.",
            nullable = true,
            allowed = {"traveler", "necessity", "balanced"})
        String spendingProfile,
    @Column(
            value = "How the customer spends, see marts.customer_segments.",
            nullable = true,
            allowed = {
              "high_value_traveler",
              "declining",
              "new_growing",
              "budget_conscious",
              "stable_mid_spender"
            })
        String behaviouralSegment,
    @Column(
            value = "What the customer pays the bank, see marts.customer_segments.",
            allowed = {"high", "medium", "low", "none"})
        String revenueTier,
    @Column(
            value = "How often the app is used, see marts.customer_segments.",
            allowed = {"heavy", "regular", "light", "none"})
        String usageTier,
    @Column(
            value = "Newest answer to the recommendation question, see marts.customer_segments.",
            allowed = {"promoter", "passive", "detractor", "none"})
        String npsTier,
    @Column("App sessions in the last 30 days.") long sessionCount30d,
    @Column("App sessions in the 30 days before.") long sessionCountPrior30d,
    @Column("Different features used in the last 30 days.") long featuresUsed30d,
    @Column(
            value =
                "Sessions of the last 30 days against those of the 30 before; none without any in both. Thresholds are in customer/segments.yaml.",
            allowed = {"rising", "steady", "falling", "none"})
        String engagementTrend,
    @Column("Complaints not resolved.") long openComplaints,
    @Column("Support contacts in the last 90 days.") long supportContacts90d,
    @Column("Failed payments in the last 90 days.") long failedPayments90d,
    @Column(value = "Newest answer to the recommendation question.", nullable = true) Long lastNps,
    @Column("Referrals that qualified.") long referralsQualified,
    @Column(
            "Whether campaigns may address the customer at all: has an account, has not cancelled, has no open complaint and needs no protection.")
        boolean campaignsAllowed,
    @Column("Whether a campaign that keeps customers may address this one; never who is protected.")
        boolean retentionEligible,
    @Column("Why, or why not.") String retentionReason,
    @Column(
            "Whether a campaign that helps new customers to begin may address this one; never who is protected.")
        boolean onboardingEligible,
    @Column("Why, or why not.") String onboardingReason,
    @Column("Whether a better plan may be offered; never to who is protected.")
        boolean premiumEligible,
    @Column("Why, or why not.") String premiumReason,
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
