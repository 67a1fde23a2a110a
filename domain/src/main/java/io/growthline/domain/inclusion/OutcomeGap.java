package io.growthline.domain.inclusion;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** How far the groups of customers with the best and the worst outcome are apart. */
@Table(
    dataset = "marts",
    name = "outcome_gaps",
    grain = "one outcome and dimension",
    description =
        "How far the groups with the highest and the lowest rate of an outcome are apart. It says who fares worse, not why.",
    key = {"outcome", "dimension"})
public record OutcomeGap(
    @Column(value = "The outcome.", allowedBy = Outcome.Names.class) String outcome,
    @Column(value = "What the customers are grouped by.", allowedBy = GroupDimension.Names.class)
        String dimension,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(
            value = "Whether a higher or a lower rate is better for customers.",
            allowed = {"higher", "lower"})
        String better,
    @Column(value = "Groups that are large enough and known.", min = 0) long groupCount,
    @Column(
            value = "Group with the highest rate; absent with fewer than two groups.",
            nullable = true)
        String higherGroup,
    @Column(value = "Its customers.", nullable = true, min = 0) Long higherCustomers,
    @Column(value = "Its rate.", nullable = true, unit = "share", min = 0, max = 1)
        Double higherRate,
    @Column(value = "Group with the lowest rate.", nullable = true) String lowerGroup,
    @Column(value = "Its customers.", nullable = true, min = 0) Long lowerCustomers,
    @Column(value = "Its rate.", nullable = true, unit = "share", min = 0, max = 1)
        Double lowerRate,
    @Column(
            value = "The higher rate less the lower.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double gap,
    @Column(
            value =
                "Lower end of the 90 % interval (Newcombe 1998, method 10), which holds for all pairs of the groups together (Dunn 1961).",
            nullable = true,
            unit = "share",
            min = -1,
            max = 1)
        Double lower,
    @Column(
            value = "Upper end of the interval.",
            nullable = true,
            unit = "share",
            min = -1,
            max = 1)
        Double upper,
    @Column(
            value =
                "How often chance alone shows such a gap among so many groups, if all fare alike.",
            nullable = true,
            min = 0,
            max = 1)
        Double pValue,
    @Column(
            value = "The same adjusted for the number of gaps (Benjamini and Hochberg 1995).",
            nullable = true,
            min = 0,
            max = 1)
        Double qValue,
    @Column(
            value =
                "What the interval says: small is below the threshold of a notable gap, notable and large are above theirs; absent unless the verdict is ok.",
            nullable = true,
            allowed = {"small", "notable", "large"})
        String size,
    @Column(
            value = "The group that fares worse, where the gap is notable or large.",
            nullable = true)
        String worseGroup,
    @Column(
            value =
                "ok when the interval leaves out the threshold, inconclusive when it does not, invalid without two groups.",
            allowed = {"ok", "inconclusive", "invalid"})
        String verdict,
    @Column("Why, for people.") String verdictReason) {}
