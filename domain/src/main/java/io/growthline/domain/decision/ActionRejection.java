package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** For whom nothing is done, and why. */
@Table(
    dataset = "scores",
    name = "action_rejections",
    grain = "one scored customer whom the plan leaves out",
    description =
        "For whom nothing is done, and why. With scores.action_plan it holds each customer with a chance of leaving once.",
    key = {"customer_id"},
    cluster = {"reason"})
public record ActionRejection(
    @Column("The customer.") String customerId,
    @Column("The plan: policy and day.") String planId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(
            value =
                "The first reason that applies, in the order of docs/decisions-on-customers.md.",
            allowedBy = RejectionReason.Names.class)
        String reason,
    @Column(value = "The rule or limit behind the reason.", nullable = true) String detail,
    @Column(
            value =
                "The action of most expected value among those considered; absent where nothing says which is best.",
            nullable = true)
        String action,
    @Column(value = "What it was expected to bring.", nullable = true, unit = "minor")
        Long expectedValueMinor,
    @Column(value = "Chance of leaving.", unit = "share", min = 0, max = 1) double churn,
    @Column(
            value = "Whether a model measured it, or rules assume it.",
            allowed = {"measured", "assumed"})
        String churnEvidence,
    @Column(
            value = "What is lost when the customer leaves; absent where it is not known.",
            nullable = true,
            unit = "minor")
        Long valueMinor) {}
