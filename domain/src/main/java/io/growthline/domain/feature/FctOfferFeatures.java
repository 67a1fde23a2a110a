package io.growthline.domain.feature;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What was known when an offer was shown, with what became of it. */
@Table(
    dataset = "marts",
    name = "fct_offer_features",
    grain = "one offer shown",
    description =
        "What was known before the day on which an offer was shown, with what became of it; customers who need protection are left out.",
    key = {"exposure_id"},
    partition = "shown_on",
    cluster = {"offer_id"})
public record FctOfferFeatures(
    @Column("The exposure.") String exposureId,
    String customerId,
    String offerId,
    @Column(value = "Arm to which chance assigned the customer.", nullable = true) String arm,
    @Column("Day it was shown, UTC; everything before it, and nothing of it, is reflected.")
        LocalDate shownOn,
    @Column("Income band then, or unknown; for reporting, not a model input.") String segment,
    @Column(
            value =
                "Place of the customer in an order by chance, the same in every run, from 0 to 4294967295; analyses that need few rows take the first.",
            min = 0)
        long sampleKey,
    @Column(
            "Whether the row counts in the trial of its offer: chance chose the arm, the customer was eligible, and had not been shown the offer before.")
        boolean inTrial,
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
    Long lastNps,
    @Column(
            value =
                "Whether the offer was taken by a customer who was active and had not left; absent for the holdout, for others, and until the outcome is known and 14 days have passed.",
            nullable = true)
        Boolean responded,
    @Column(
            value =
                "Whether the product was taken, in any arm; absent until the outcome is known and 14 days have passed.",
            nullable = true)
        Boolean taken)
    implements OfferColumns {}
