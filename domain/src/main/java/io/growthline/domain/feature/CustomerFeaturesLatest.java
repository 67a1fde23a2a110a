package io.growthline.domain.feature;

import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** The newest features of customers who have not left, for online scoring. */
@Table(
    dataset = "marts",
    name = "customer_features_latest",
    grain = "one customer",
    description = "The newest features of customers who have not left, for online scoring.",
    key = {"customer_id"},
    cluster = {"customer_id"})
public record CustomerFeaturesLatest(
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
    Long lastNps)
    implements FeatureColumns {}
