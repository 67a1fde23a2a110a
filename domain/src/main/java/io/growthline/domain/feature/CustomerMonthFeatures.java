package io.growthline.domain.feature;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/**
 * Point-in-time features, from what was known before the day, with the label that the next 30 days
 * gave.
 */
@Table(
    dataset = "marts",
    name = "customer_month_features",
    grain = "one customer at the start of one month",
    description =
        "Point-in-time features, from what was known before the day, with the label that the next 30 days gave.",
    key = {"as_of", "customer_id"},
    partition = "as_of",
    cluster = {"customer_id"})
public record CustomerMonthFeatures(
    String customerId,
    LocalDate asOf,
    String region,
    String incomeSegment,
    boolean vulnerableCustomer,
    long tenureDays,
    long transactionCount30d,
    long transactionCount90d,
    Long spendMinor30d,
    Long spendMinor90d,
    Double spendTrend,
    long daysSinceTransaction,
    long daysSinceActive,
    long activeDays30d,
    long declined30d,
    long sessionCount30d,
    long crashCount30d,
    long featuresUsed30d,
    long supportContacts90d,
    long complaints90d,
    long failedPayments90d,
    long planPriceMinor,
    long downgrades90d,
    Long lastNps,
    @Column(
            value =
                "Cancelled, or no activity, in the 30 days from the day on; absent until these have passed.",
            nullable = true)
        Boolean churned30d)
    implements FeatureColumns {}
