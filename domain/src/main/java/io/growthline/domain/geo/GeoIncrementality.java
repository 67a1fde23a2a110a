package io.growthline.domain.geo;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What tests of regions changed. */
@Table(
    dataset = "marts",
    name = "geo_incrementality",
    grain = "one test, metric and method",
    description =
        "What tests of regions changed, by difference in differences and by synthetic control, with checks, cost and a verdict. Without a verdict of ok or inconclusive there is no effect to read.",
    key = {"test_id", "metric", "method"})
public record GeoIncrementality(
    @Column("The test.") String testId,
    @Column("What it was to change.") String metric,
    @Column(
            value =
                "did: difference in differences with fixed effects of regions and days. synthetic_control: weighted controls with fixed effects of regions.",
            allowed = {"did", "synthetic_control"})
        String method,
    @Column("First day of the treatment.") LocalDate startsOn,
    @Column("Last day of the treatment.") LocalDate endsOn,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Regions treated.", min = 0) long treatedRegions,
    @Column(value = "Regions compared with.", min = 0) long controlRegions,
    @Column(value = "Days before the treatment that are used, a year at most.", min = 0)
        long preDays,
    @Column(value = "Days under treatment.", min = 0) long postDays,
    @Column(
            value =
                "Average effect on a treated region and day; absent when the verdict is invalid.",
            nullable = true)
        Double att,
    @Column(value = "Lower end of its 90 % interval; absent without a limit.", nullable = true)
        Double attLower,
    @Column(value = "Upper end of its 90 % interval; absent without a limit.", nullable = true)
        Double attUpper,
    @Column(
            value = "Effect over what was expected without the treatment.",
            nullable = true,
            unit = "share")
        Double lift,
    @Column(value = "Lower end of its 90 % interval.", nullable = true, unit = "share")
        Double liftLower,
    @Column(value = "Upper end of its 90 % interval.", nullable = true, unit = "share")
        Double liftUpper,
    @Column(value = "Effect on all treated regions and days together.", nullable = true)
        Double incremental,
    @Column(value = "Lower end of its 90 % interval.", nullable = true) Double incrementalLower,
    @Column(value = "Upper end of its 90 % interval.", nullable = true) Double incrementalUpper,
    @Column(
            value = "Probability of an effect as large by chance, if there is none.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double pValue,
    @Column(
            value =
                "Standard error of att clustered by region; of did alone, too small where few regions are treated.",
            nullable = true,
            min = 0)
        Double standardError,
    @Column(
            value = "Root mean square of actual less expected before the treatment.",
            nullable = true,
            min = 0)
        Double preRmse,
    @Column(
            value = "Euclidean norm of actual less expected before the treatment.",
            nullable = true,
            min = 0)
        Double preL2,
    @Column(
            value = "The norm over that of controls with equal weights.",
            nullable = true,
            unit = "share",
            min = 0)
        Double preL2Scaled,
    @Column(
            value =
                "Share of sets of regions that stand out as much, the treated ones as one of them.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double placeboP,
    @Column(
            value = "Probability of a drift as steep before the treatment by chance.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double preTrendP,
    @Column(
            value = "Effect of a treatment that never was, just before the real one.",
            nullable = true)
        Double inTimeAtt,
    @Column(value = "Its probability by chance.", nullable = true, unit = "share", min = 0, max = 1)
        Double inTimeP,
    @Column(
            value = "Average effect on a declared neighbour and day; absent without neighbours.",
            nullable = true)
        Double spilloverAtt,
    @Column(value = "Its probability by chance.", nullable = true, unit = "share", min = 0, max = 1)
        Double spilloverP,
    @Column(
            value = "What the treatment cost; absent when not known.",
            nullable = true,
            unit = "minor")
        Long costMinor,
    @Column(
            value = "Cost over incremental; absent unless that is above 0.",
            nullable = true,
            unit = "minor")
        Double costPerIncrementalMinor,
    @Column(
            value = "Lower end of its 90 % interval: cost over the upper end of incremental.",
            nullable = true,
            unit = "minor")
        Double costPerIncrementalLower,
    @Column(
            value = "Upper end of its 90 % interval; absent without a limit.",
            nullable = true,
            unit = "minor")
        Double costPerIncrementalUpper,
    @Column(
            value =
                "ok: interval, placebos and checks agree. inconclusive: the evidence does not settle it. invalid: the effect is withheld.",
            allowed = {"ok", "inconclusive", "invalid"})
        String verdict,
    @Column("Why, for people.") String verdictReason) {}
