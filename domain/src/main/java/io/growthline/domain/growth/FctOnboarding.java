package io.growthline.domain.growth;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** How far each applicant came, and where those who stopped did. */
@Table(
    dataset = "marts",
    name = "fct_onboarding",
    grain = "one applicant",
    description =
        "How far each applicant came within 30 days of the first step of onboarding, and where those who stopped did.",
    key = {"customer_id"},
    partition = "started_on")
public record FctOnboarding(
    @Column("The applicant, who may not have become a customer.") String customerId,
    @Column("Day of the first known step of onboarding, UTC.") LocalDate startedOn,
    @Column(
            value =
                "Channel through which the customer came; absent for applicants without profile.",
            nullable = true)
        String signupChannel,
    @Column(value = "Region of residence at signup.", nullable = true) String region,
    @Column(value = "Income band at signup.", nullable = true) String incomeSegment,
    @Column(value = "When the application came, UTC.", nullable = true) Instant submittedAt,
    @Column(value = "When identity was first decided, approved or not, UTC.", nullable = true)
        Instant identityCheckedAt,
    @Column(value = "When identity was approved, UTC.", nullable = true) Instant approvedAt,
    @Column(value = "When the account was activated, UTC.", nullable = true) Instant activatedAt,
    @Column(value = "When the account was first funded, UTC.", nullable = true) Instant fundedAt,
    @Column(value = "First purchase, UTC.", nullable = true) Instant firstPurchaseAt,
    @Column(
            value = "Number of the furthest step reached within 30 days of the first.",
            min = 1,
            max = 6)
        long stepsReached,
    @Column(
            value = "That step; one that was reached implies those before it.",
            allowedBy = OnboardingSteps.class)
        String furthestStep,
    @Column(
            value =
                "The step after it, which was not taken; absent while the 30 days last, and for those who took all.",
            nullable = true,
            allowedBy = OnboardingSteps.class)
        String abandonedStep,
    @Column("Whether the 30 days have passed.") boolean isMature,
    @Column(
            value =
                "Whether help from a person may be needed, as the profile at signup says: protection, a need for accessibility, or a digital confidence below 0.5; absent where none is known.",
            nullable = true)
        Boolean needsAssisted) {}
