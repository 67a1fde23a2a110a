package io.growthline.domain.customer;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Recency, frequency and monetary value of customers, and where they are in their life cycle. */
@Table(
    dataset = "marts",
    name = "customer_rfm",
    grain = "one customer",
    description =
        "Recency, frequency and monetary value of customers, scored by fifths of those who have bought, and where they are in their life cycle. Scores are absent for customers who never bought, and for those with amounts without a rate.",
    key = {"customer_id"},
    cluster = {"customer_id"})
public record CustomerRfm(
    @Column("The customer.") String customerId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Days since the last purchase.", nullable = true, unit = "days", min = 0)
        Long recencyDays,
    @Column(value = "Purchases in all.", min = 0) long frequency,
    @Column(value = "Purchases in all less refunds.", nullable = true, unit = "minor")
        Long monetaryMinor,
    @Column(value = "Fifth by recency; 5 is the most recent.", nullable = true, min = 1, max = 5)
        Long recencyScore,
    @Column(
            value = "Fifth by frequency; 5 is the most frequent.",
            nullable = true,
            min = 1,
            max = 5)
        Long frequencyScore,
    @Column(value = "Fifth by spending; 5 is the highest.", nullable = true, min = 1, max = 5)
        Long monetaryScore,
    @Column(value = "The three scores in this order, from 111 to 555.", nullable = true)
        String cell,
    @Column(
            value =
                "The first that holds. prospect: never bought; lost: not active for more than 90 days; vip: all scores 4 or 5; at_risk: not active for more than 30 days, or recency 1 or 2 with frequency and spending 3 or more; regular: all others. Absent where scores are needed and absent.",
            nullable = true,
            allowed = {"prospect", "lost", "vip", "at_risk", "regular"})
        String lifecycleSegment) {}
