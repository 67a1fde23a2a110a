package io.growthline.domain.feature;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What is known of customers who can be made an offer, beside the newest that they saw. */
@Table(
    dataset = "marts",
    name = "customer_offer_latest",
    grain = "one customer who can be made an offer",
    description =
        "What is known of customers who can be made an offer, beside the terms of the newest offer that they were shown: a response score says how likely they would take it if it was shown again.",
    key = {"customer_id"},
    cluster = {"customer_id"})
public record CustomerOfferLatest(
    String customerId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    String offerId,
    @Column("Whether the customer needs protection: no, since such customers are left out.")
        boolean vulnerableCustomer,
    long priceMinor,
    long incentiveMinor,
    long offersSeen90d,
    long offersTaken,
    Long tenureDays,
    long transactionCount30d,
    Long spendMinor90d,
    long daysSinceActive,
    long activeDays30d,
    long sessionCount30d,
    long featuresUsed30d,
    long supportContacts90d,
    long planPriceMinor,
    Long lastNps)
    implements OfferColumns {}
