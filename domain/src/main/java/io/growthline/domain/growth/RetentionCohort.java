package io.growthline.domain.growth;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Share of a signup month still active, by months since signup. */
@Table(
    dataset = "marts",
    name = "retention_cohorts",
    grain = "one cohort in one month of its life",
    description = "Share of a signup month still active, by months since signup.",
    key = {"cohort_month", "months_since_signup"})
public record RetentionCohort(
    @Column("First day of the signup month.") LocalDate cohortMonth,
    @Column(value = "Whole calendar months since signup.", min = 0) long monthsSinceSignup,
    @Column("Customers who signed up in the month.") long cohortSize,
    @Column("Of these, customers with activity in that month.") long activeCustomers,
    @Column(value = "Active over size.", unit = "share", min = 0, max = 1) double retentionRate) {}
