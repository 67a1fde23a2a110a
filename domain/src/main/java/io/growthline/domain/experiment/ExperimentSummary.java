package io.growthline.domain.experiment;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** A declared experiment. */
@Table(
    dataset = "marts",
    name = "experiments",
    grain = "one experiment",
    description = "Declared experiments: who is in them, how long they still take, and what to do.",
    key = {"experiment_id"})
public record ExperimentSummary(
    @Column("The experiment.") String experimentId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "What it is to show.", nullable = true) String hypothesis,
    @Column("Team that answers for it.") String owner,
    @Column("Metric that decides.") String primaryMetric,
    @Column("Names of the arms, the control first, separated by commas.") String arms,
    @Column("Declared share of each, in the same order.") String allocation,
    @Column("Customers of each, in the same order.") String exposedByArm,
    @Column(value = "Customers of all arms.", min = 0) long exposed,
    @Column(
            value =
                "Customers who saw several arms, or one that is not declared: they are not analysed.",
            min = 0)
        long inNoArm,
    @Column(value = "Day of the first exposure; absent where nobody was exposed.", nullable = true)
        LocalDate firstExposureOn,
    @Column(value = "Day of the last one.", nullable = true) LocalDate lastExposureOn,
    @Column(
            value =
                "Chance of such numbers of customers with the declared shares; below 0.001 every effect is invalid. Absent where nobody was exposed.",
            nullable = true,
            min = 0,
            max = 1)
        Double sampleRatioP,
    @Column(value = "Values of segments whose arms do not have their shares.", nullable = true)
        String sampleRatioFault,
    @Column(value = "Days since the first exposure.", unit = "days", min = 0) long daysRun,
    @Column(value = "Days before which nothing is decided.", unit = "days", min = 1)
        long minimumDays,
    @Column(
            value =
                "Customers of control and arm with whom the smallest effect worth seeing is seen with power 0.8; absent where none is declared.",
            nullable = true,
            min = 0)
        Long customersNeeded,
    @Column(
            value =
                "Days until the primary metric can be decided; absent where the customers that it takes do not come.",
            nullable = true,
            unit = "days",
            min = 0)
        Long daysLeft,
    @Column(
            value = "What to do; absent where nobody was exposed.",
            nullable = true,
            allowed = {"ship", "iterate", "hold"})
        String memo,
    @Column(value = "The arm that the memo speaks of.", nullable = true) String memoArm,
    @Column("Why, for people.") String memoReason) {}
