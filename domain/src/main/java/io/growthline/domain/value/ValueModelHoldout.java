package io.growthline.domain.value;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Whether the model of purchases would have told those of the last 13 weeks. */
@Table(
    dataset = "marts",
    name = "value_model_holdout",
    grain = "customers with about as many repeat purchases, or all",
    description = "Whether the model of purchases would have told those of the last 13 weeks.",
    key = {"repeat_days"})
public record ValueModelHoldout(
    @Column("Days with repeat purchases before the 13 weeks: a number, a range like 4-7, or all.")
        String repeatDays,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("First day of the 13 weeks; the model is fitted to purchases before it.")
        LocalDate holdoutFrom,
    @Column("Customers who had bought before.") long customers,
    @Column(value = "Days with their purchases in the 13 weeks.", unit = "days")
        long actualPurchases,
    @Column(
            value = "What the model expects; absent when it cannot be fitted.",
            nullable = true,
            unit = "days",
            min = 0)
        Double expectedPurchases,
    @Column(
            value = "Expected over actual, less 1; absent without actual purchases.",
            nullable = true,
            unit = "share")
        Double error,
    @Column(
            value =
                "Of all: failed when expected purchases are more than 20 % off, which withholds expectations of customers; not_checked when there is too little to tell, which does so too.",
            nullable = true,
            allowed = {"ok", "failed", "not_checked"})
        String verdict,
    @Column(value = "Why it is not ok.", nullable = true) String verdictReason) {}
