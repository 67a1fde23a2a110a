package io.growthline.domain.growth;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Share of those who signed up together still active, and what they pay, by age. */
@Table(
    dataset = "marts",
    name = "retention_cohorts",
    grain = "one cohort in one period of its life",
    description =
        "Share of those who signed up in the same week or month still active, and what they pay and spend, by weeks or months since signup.",
    key = {"grain", "cohort_start", "periods_since_signup"})
public record RetentionCohort(
    @Column(
            value =
                "Length of the periods: week is ISO, from Monday, and followed for 26 weeks. Name one, or customers count twice.",
            allowed = {"week", "month"})
        String grain,
    @Column("First day of the week or month of signup.") LocalDate cohortStart,
    @Column(
            value =
                "Whole calendar periods since signup; at 0 customers have a part of the period.",
            min = 0)
        long periodsSinceSignup,
    @Column("Customers who signed up in the period.") long cohortSize,
    @Column("Of these, customers with activity in that period.") long activeCustomers,
    @Column(value = "Active over size.", unit = "share", min = 0, max = 1) double retentionRate,
    @Column(
            value =
                "Payments of these customers that succeeded in that period less those refunded in it; absent where no payments are known.",
            nullable = true,
            unit = "minor")
        Long revenueMinor,
    @Column(
            value =
                "Revenue over that of the first full period, 1; above 1 where those who stay pay more. Absent at 0, without revenue to compare with, and for weeks: plans are paid by the month.",
            nullable = true,
            unit = "share")
        Double revenueRetention,
    @Column(
            value =
                "Purchases of these customers less refunds, in the reporting currency; absent where one has no rate, or no transactions are known.",
            nullable = true,
            unit = "minor")
        Long spendMinor) {}
