package io.growthline.domain.pricing;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** Offers shown, joined with what became of them. */
@Table(
    dataset = "marts",
    name = "fct_offer_outcomes",
    grain = "one offer shown",
    description = "Offers shown, joined with what became of them.",
    key = {"exposure_id"},
    partition = "shown_on",
    cluster = {"segment"})
public record FctOfferOutcome(
    @Column("The exposure.") String exposureId,
    @Column("The customer.") String customerId,
    @Column("The offer.") String offerId,
    @Column(value = "The campaign.", nullable = true) String campaignId,
    @Column(value = "Product offered.", nullable = true) String product,
    @Column(value = "Kind of offer.", nullable = true) String offerType,
    @Column(value = "Arm to which chance assigned the customer.", nullable = true) String arm,
    @Column("When it was shown, UTC.") Instant shownAt,
    @Column("Day it was shown, UTC.") LocalDate shownOn,
    @Column("Income band then, or unknown.") String segment,
    @Column(value = "Region then.", nullable = true) String region,
    @Column(value = "Monthly price shown.", unit = "minor") long priceMinor,
    @Column(value = "Incentive shown.", unit = "minor") long incentiveMinor,
    @Column("Whether the customer was eligible.") boolean eligible,
    @Column("Whether the customer needs protection.") boolean vulnerableCustomer,
    @Column(value = "Whether it was taken; absent until an outcome is known.", nullable = true)
        Boolean accepted,
    @Column(
            value = "Margin over twelve months, after the incentive.",
            nullable = true,
            unit = "minor")
        Long marginMinor,
    @Column(value = "Incentive paid.", nullable = true, unit = "minor") Long incentiveCostMinor,
    @Column(
            value = "Whether support was contacted within 14 days; absent until it is known.",
            nullable = true)
        Boolean supportContact14d,
    @Column(
            value = "Whether a complaint came within 14 days; absent until it is known.",
            nullable = true)
        Boolean complaint14d,
    @Column(
            value =
                "Whether the customer confirmed understanding the terms; absent where not asked.",
            nullable = true)
        Boolean understood,
    @Column(
            "Whether a person must look at the offer: the customer was vulnerable when it was shown, was asked and did not confirm understanding, or complained within 14 days. What is not known asks for no review.")
        boolean humanReviewRequired) {}
