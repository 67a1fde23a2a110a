package io.growthline.domain.customer;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What customers spend at a time, and how evenly. */
@Table(
    dataset = "marts",
    name = "metric_avg_transaction_value",
    grain = "one customer with a purchase",
    description =
        "What customers spend at a time, and how evenly. Amounts are in the reporting currency, and absent where a purchase has no rate.",
    key = {"customer_id"},
    cluster = {"customer_id"})
public record MetricAvgTransactionValue(
    @Column("The customer.") String customerId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Purchases: approved transactions, neither reversed nor refunds.", min = 1)
        long purchases,
    @Column(value = "Mean purchase.", nullable = true, unit = "minor", min = 0) Double meanMinor,
    @Column(
            value =
                "Median purchase: the middle one; of two the mean, less the half that may remain.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long medianMinor,
    @Column(
            value = "Standard deviation of the sample; absent for one purchase.",
            nullable = true,
            unit = "minor",
            min = 0)
        Double standardDeviationMinor,
    @Column(value = "Smallest purchase.", nullable = true, unit = "minor", min = 0)
        Long smallestMinor,
    @Column(value = "Largest purchase.", nullable = true, unit = "minor", min = 0)
        Long largestMinor,
    @Column(
            value =
                "How evenly the customer spends, by the standard deviation; limits are in customer/segments.yaml.",
            nullable = true,
            allowed = {"consistent", "moderate", "variable"})
        String consistency) {}
