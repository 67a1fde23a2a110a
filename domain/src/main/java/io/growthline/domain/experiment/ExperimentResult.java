package io.growthline.domain.experiment;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What an arm of an experiment changed. */
@Table(
    dataset = "marts",
    name = "experiment_results",
    grain = "one experiment, metric, arm, dimension and value",
    description =
        "What an arm of an experiment changed compared with the control, for all customers and by segment; docs/experiments.md says how it is judged.",
    key = {"experiment_id", "metric", "arm", "dimension", "value"})
public record ExperimentResult(
    @Column("The experiment.") String experimentId,
    @Column("Name of the metric in the declaration.") String metric,
    @Column("Arm of the experiment.") String arm,
    @Column("Attribute of customers at their exposure, or all.") String dimension,
    @Column("Its value, or all.") String value,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("Arm compared with.") String controlArm,
    @Column(
            value = "What the metric decides.",
            allowed = {"primary", "secondary", "guardrail"})
        String role,
    @Column(
            value = "How the numbers of customers are summed up.",
            allowed = {"mean", "proportion", "ratio"})
        String kind,
    @Column(
            value = "Which change is good.",
            allowed = {"up_is_good", "down_is_good"})
        String direction,
    @Column(value = "Days after the exposure that count.", unit = "days", min = 1) long windowDays,
    @Column(value = "Coverage of the intervals.", unit = "share", min = 0, max = 1)
        double confidence,
    @Column(value = "Customers of both arms who were exposed.", min = 0) long exposed,
    @Column(value = "Customers of the arm whose days are over and whose number is known.", min = 0)
        long customers,
    @Column(value = "The same of the arm compared with.", min = 0) long controlCustomers,
    @Column(value = "Mean, share or ratio of the arm; absent without customers.", nullable = true)
        Double mean,
    @Column(value = "The same of the arm compared with.", nullable = true) Double controlMean,
    @Column(
            value = "Mean of the arm less that of the control; absent where it is withheld.",
            nullable = true)
        Double effect,
    @Column(
            value = "Lower end of the interval of the effect for one look (Welch 1947).",
            nullable = true)
        Double lower,
    @Column(value = "Upper end.", nullable = true) Double upper,
    @Column(
            value =
                "The effect as a share of the mean of the control; absent where that cannot be told from 0.",
            nullable = true,
            unit = "share")
        Double relativeEffect,
    @Column(value = "Lower end of its interval (delta method).", nullable = true, unit = "share")
        Double relativeLower,
    @Column(value = "Upper end.", nullable = true, unit = "share") Double relativeUpper,
    @Column(value = "Standard error of the effect.", nullable = true, min = 0) Double standardError,
    @Column(
            value = "Chance of at least such a difference without an effect, for one look.",
            nullable = true,
            min = 0,
            max = 1)
        Double pValue,
    @Column(
            value =
                "The same, corrected for all comparisons as declared; that of a guardrail is not corrected.",
            nullable = true,
            min = 0,
            max = 1)
        Double qValue,
    @Column(
            value =
                "Lower end of the interval that holds however often one looks (Waudby-Smith et al. 2024).",
            nullable = true)
        Double alwaysLower,
    @Column(value = "Upper end.", nullable = true) Double alwaysUpper,
    @Column(
            value = "P value that holds however often one looks.",
            nullable = true,
            min = 0,
            max = 1)
        Double alwaysP,
    @Column(
            value = "The effect, adjusted by the days before exposure (CUPED, Deng et al. 2013).",
            nullable = true)
        Double adjustedEffect,
    @Column(value = "Lower end of its interval.", nullable = true) Double adjustedLower,
    @Column(value = "Upper end.", nullable = true) Double adjustedUpper,
    @Column(
            value =
                "Share of the variance that the adjustment took away; below 0 where it added some.",
            nullable = true,
            unit = "share",
            max = 1)
        Double varianceRemoved,
    @Column(
            value =
                "Chance of effects that differ at least so much between the values of the dimension (Cochran 1954), corrected for the dimensions.",
            nullable = true,
            min = 0,
            max = 1)
        Double segmentP,
    @Column(value = "Smallest effect that is seen with power 0.8.", nullable = true, min = 0)
        Double detectableEffect,
    @Column(
            value =
                "Chance of seeing the smallest effect worth seeing; absent where none is declared.",
            nullable = true,
            min = 0,
            max = 1)
        Double power,
    @Column(value = "Most that a guardrail may get worse.", nullable = true, min = 0) Double bound,
    @Column(
            value = "Whether a guardrail keeps within its bound.",
            nullable = true,
            allowed = {"kept", "unclear", "breached"})
        String guardrail,
    @Column(
            value = "Whether the effect can be used.",
            allowed = {"ok", "inconclusive", "invalid"})
        String verdict,
    @Column(value = "Why not, for people; absent for ok.", nullable = true) String verdictReason,
    @Column(
            value =
                "What to keep in mind all the same: looking often, an effect that fades, segments that differ.",
            nullable = true)
        String warning) {}
