package io.growthline.domain.customer;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** The segments and tiers of customers, with the values that decided. */
@Table(
    dataset = "marts",
    name = "customer_segments",
    grain = "one customer",
    description =
        "The segments and tiers of customers, with the values that decided. Thresholds are in customer/segments.yaml; life-cycle segments are in marts.customer_rfm.",
    key = {"customer_id"},
    cluster = {"behavioural_segment"})
public record CustomerSegment(
    @Column("The customer.") String customerId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(
            value =
                "How the customer spends; the first rule that holds, in this order. Absent where it cannot be known.",
            nullable = true,
            allowed = {
              "high_value_traveler",
              "declining",
              "new_growing",
              "budget_conscious",
              "stable_mid_spender"
            })
        String behaviouralSegment,
    @Column("The rule that held with its values, or why none could be judged.")
        String segmentReason,
    @Column(
            value = "Purchases less refunds of the last 90 days over 3; absent without a rate.",
            nullable = true,
            unit = "minor")
        Double monthlySpendMinor,
    @Column(
            value = "Purchases less refunds of the last 90 days; absent without a rate.",
            nullable = true,
            unit = "minor")
        Long spendMinor90d,
    @Column(
            value = "The same of the 90 days before, which may begin before the account does.",
            nullable = true,
            unit = "minor")
        Long spendMinorPrior90d,
    @Column(
            value = "Change between both over the earlier; absent where that is not above 0.",
            nullable = true,
            unit = "share")
        Double spendChange90d,
    @Column(
            value = "Share of travel in the purchases of the last 90 days; absent without any.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double travelShare90d,
    @Column(
            value = "Share of necessities in them, by marts.dim_merchant_category.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double necessityShare90d,
    @Column(
            value = "Subscription payments of the last 90 days less those refunded.",
            unit = "minor")
        long paidMinor90d,
    @Column(
            value = "What the customer pays the bank, by these payments.",
            allowed = {"high", "medium", "low", "none"})
        String revenueTier,
    @Column(
            value = "How often the app is used, by the sessions of the last 30 days.",
            allowed = {"heavy", "regular", "light", "none"})
        String usageTier,
    @Column(
            value =
                "Newest answer to the recommendation question: promoter from 9, detractor up to 6; none without an answer.",
            allowed = {"promoter", "passive", "detractor", "none"})
        String npsTier) {}
