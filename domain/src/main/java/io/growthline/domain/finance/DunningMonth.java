package io.growthline.domain.finance;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What becomes of payments that fail. */
@Table(
    dataset = "marts",
    name = "dunning",
    grain = "one decline reason and attempt number in one month",
    description =
        "What becomes of payments that fail, by the month of the failed attempt. An invoice counts"
            + " in each attempt that failed, so only rows of one attempt number add up to"
            + " invoices. Failed = recovered + outstanding + written off, in attempts and in"
            + " money. Recovered: payments at or after the failed attempt, as far as they cover"
            + " it. Written off: what is not recovered 60 days after it. Outstanding: the rest."
            + " Only months that have ended.",
    key = {"month", "decline_reason", "attempt"})
public record DunningMonth(
    @Column("First day of the month.") LocalDate month,
    @Column("Why the payment failed; unknown where the source does not say.") String declineReason,
    @Column(
            value =
                "Which attempt to collect the invoice it was; counted where the source does not"
                    + " say.",
            min = 1)
        long attempt,
    @Column(value = "Attempts that failed.", min = 1) long failed,
    @Column(value = "Of these, attempts that another one followed.", min = 0) long retried,
    @Column(value = "Of these, attempts whose amount was paid later in full.", min = 0)
        long recovered,
    @Column(value = "Of these, attempts of the last 60 days that are not.", min = 0)
        long outstanding,
    @Column(value = "Of these, older attempts that are not.", min = 0) long writtenOff,
    @Column(value = "Recovered over failed.", unit = "share", min = 0, max = 1) double recoveryRate,
    @Column(value = "Amount of the failed attempts.", unit = "minor", min = 0) long failedMinor,
    @Column(value = "Paid later, in part or in full.", unit = "minor", min = 0) long recoveredMinor,
    @Column(value = "Not paid, of attempts of the last 60 days.", unit = "minor", min = 0)
        long outstandingMinor,
    @Column(value = "Not paid, of older attempts.", unit = "minor", min = 0) long writtenOffMinor,
    @Column(
            value = "Mean whole days until recovered; absent when none was.",
            nullable = true,
            unit = "days",
            min = 0)
        Double meanDaysToRecover,
    @Column(
            value =
                "Median of these days, of an even number the mean of the two in the middle; absent"
                    + " when none was.",
            nullable = true,
            unit = "days",
            min = 0)
        Double medianDaysToRecover) {}
