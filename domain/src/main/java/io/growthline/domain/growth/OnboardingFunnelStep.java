package io.growthline.domain.growth;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Where applicants of a month stop on the way to the first purchase. */
@Table(
    dataset = "marts",
    name = "onboarding_funnel",
    grain = "one step of the applicants of a month with one value of a dimension",
    description =
        "Where applicants of a month stop on the way to the first purchase, within 30 days of their first step.",
    key = {"cohort_month", "dimension", "dimension_value", "step_number"})
public record OnboardingFunnelStep(
    @Column("First day of the month of the first step.") LocalDate cohortMonth,
    @Column(
            value = "What the applicants are broken down by.",
            allowed = {"all", "signup_channel", "region", "income_segment"})
        String dimension,
    @Column(
            "Value at signup; unknown without a profile, so of applicants who never became customers.")
        String dimensionValue,
    @Column(value = "Place of the step, from 1.", min = 1, max = 6) long stepNumber,
    @Column(value = "The step.", allowedBy = OnboardingSteps.class) String step,
    @Column(value = "Applicants who reached the step before; at the first step its own.", min = 0)
        long customersEntering,
    @Column(
            value = "Applicants who reached this step or a later one within 30 days of the first.",
            min = 0)
        long customersReaching,
    @Column(
            value = "Share of the applicants of the first step; absent until the cohort is mature.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double shareOfFirst,
    @Column(
            value =
                "Share of the applicants of the step before; absent until the cohort is mature, and where nobody reached that.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double shareOfPrevious,
    @Column(
            value =
                "Median time since the step before, to within a tenth, of those for whom both times are known and in order; absent until the cohort is mature.",
            nullable = true,
            unit = "hours",
            min = 0)
        Double medianHoursFromPrevious,
    @Column("Whether this step lost most applicants of a mature cohort, the first of equal ones.")
        boolean isBottleneck,
    @Column("Whether 30 days have passed for all applicants of the month.") boolean isMature) {}
