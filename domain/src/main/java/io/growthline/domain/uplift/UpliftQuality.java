package io.growthline.domain.uplift;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Whether it can be told for whom an offer works. */
@Table(
    dataset = "marts",
    name = "uplift_quality",
    grain = "one offer and arm of its trial, against the holdout",
    description =
        "Whether an uplift model can tell for whom an offer works: the Qini curve of a cross-fitted T-learner against the holdout. Where it cannot, everybody counts with the average effect of offer_effects.",
    key = {"offer_id", "arm"})
public record UpliftQuality(
    @Column("The offer.") String offerId,
    @Column(
            value = "Arm of the trial.",
            allowed = {"standard", "incentive"})
        String arm,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(
            value = "Customers of the arm that were used: all, or 20,000 that chance chose.",
            min = 0)
        long treated,
    @Column(value = "Customers of the holdout that were used.", min = 0) long control,
    @Column(
            value =
                "Area between the Qini curve and a random order, in takers for each treated customer (Radcliffe 2007); absent with too few customers.",
            nullable = true)
        Double qini,
    @Column(value = "Lower end of its 90 % interval.", nullable = true) Double qiniLower,
    @Column(value = "Upper end of its 90 % interval.", nullable = true) Double qiniUpper,
    @Column(
            value =
                "The same area as a share of that of the best order there could be; 0 is random.",
            nullable = true)
        Double qiniCoefficient,
    @Column(value = "Lower end of its 90 % interval.", nullable = true) Double qiniCoefficientLower,
    @Column(value = "Upper end of its 90 % interval.", nullable = true) Double qiniCoefficientUpper,
    @Column(
            value =
                "Area under the uplift curve (Jaskowski and Jaroszewicz 2012); a random order gives half the average effect.",
            nullable = true)
        Double auuc,
    @Column(value = "Lower end of its 90 % interval.", nullable = true) Double auucLower,
    @Column(value = "Upper end of its 90 % interval.", nullable = true) Double auucUpper,
    @Column(
            value = "Whether customers may be ordered: only when the interval of qini is above 0.",
            allowed = {"usable", "withheld"})
        String verdict,
    @Column("Why, for people.") String verdictReason) {}
