package io.growthline.domain.inclusion;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import io.growthline.domain.growth.OnboardingSteps;

/** Where applicants are lost, by how sure they feel in an app and whether they may need help. */
@Table(
    dataset = "marts",
    name = "inclusion_funnel",
    grain = "one step of the applicants with one digital confidence and need of help",
    description =
        "Where applicants are lost on the way to the first purchase, by how sure they feel in an app and whether they may need help from a person. Only applicants whose 30 days have passed are counted.",
    key = {"digital_confidence", "needs_assisted", "step_number"})
public record InclusionFunnelStep(
    @Column(
            value =
                "Digital confidence at signup: low below 0.40, medium below 0.70, high; unknown where not asked, as of those who never became customers.",
            allowedBy = ConfidenceBand.WithAll.class)
        String digitalConfidence,
    @Column(
            value = "Whether help from a person may be needed, as in marts.fct_onboarding.",
            allowed = {"all", "yes", "no", "unknown"})
        String needsAssisted,
    @Column(
            value = "Place of the step, from 1. A step that nobody took is left out.",
            min = 1,
            max = 6)
        long stepNumber,
    @Column(value = "The step.", allowedBy = OnboardingSteps.class) String step,
    @Column(value = "Applicants who reached the step before; at the first step its own.", min = 0)
        long customersEntering,
    @Column(value = "Applicants who reached this step or a later one within 30 days.", min = 0)
        long customersReaching,
    @Column(
            value =
                "Share of those entering who did not reach the step; absent at the first, and where too few enter.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double abandonmentRate,
    @Column(
            value = "Lower end of the 90 % interval (Wilson 1927).",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double lower,
    @Column(
            value = "Upper end of the 90 % interval.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double upper,
    @Column(
            value =
                "Whether help from a person is recommended at this step: only where the lower end is above the threshold; absent without a rate.",
            nullable = true)
        Boolean assistedRoute) {}
