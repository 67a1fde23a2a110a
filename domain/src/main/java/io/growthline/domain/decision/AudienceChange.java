package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Who is contacted now and was not by the plan before, and the other way round. */
@Table(
    dataset = "scores",
    name = "audience_changes",
    grain = "one customer who joined, left or moved since the plan of an earlier day",
    description =
        "Who is contacted now and was not by the newest plan of an earlier day, and the other way round.",
    key = {"customer_id"},
    cluster = {"change"})
public record AudienceChange(
    @Column("The customer.") String customerId,
    @Column("The plan.") String planId,
    @Column("Day of the plan, UTC.") LocalDate asOf,
    @Column(value = "Day of the plan before; absent for the first plan.", nullable = true)
        LocalDate previousAsOf,
    @Column(
            value = "moved is contacted in both, with another action.",
            allowed = {"joined", "left", "moved"})
        String change,
    @Column(value = "The action now; absent for who left.", nullable = true) String action,
    @Column(value = "The action before; absent for who joined.", nullable = true)
        String previousAction,
    @Column(
            value = "Why who left is left out now; absent also for who has no score any more.",
            nullable = true)
        String reason) {}
