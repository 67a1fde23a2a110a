package io.growthline.domain.release;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What may be done with a change. */
@Table(
    dataset = "marts",
    name = "release_decisions",
    grain = "one change",
    description =
        "What may be done with each declared change, and with the run itself; the strictest of what its gates allow.",
    key = {"change_id"})
public record ReleaseDecision(
    @Column("The change; this_run is the run itself.") String changeId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("What changes.") String what,
    @Column("Team that answers for it.") String owner,
    @Column(value = "Experiment that measures it.", nullable = true) String experimentId,
    @Column(value = "Test of regions that measures it.", nullable = true) String geoTestId,
    @Column(value = "Offer that it makes.", nullable = true) String offerId,
    @Column(value = "Model that it rests on.", nullable = true) String model,
    @Column(
            value =
                "ship: give it to everybody. limited_rollout: to some, and watch. experiment_only: the evidence does not suffice. needs_human_review: a person must decide. block: give it to nobody.",
            allowedBy = ReleaseVerdict.Names.class)
        String decision,
    @Column(
            value = "Gates that allow no more, separated by commas; absent for ship.",
            nullable = true)
        String heldBackBy,
    @Column(value = "Gates that were judged.", min = 0) long gates,
    @Column(value = "Gates that pass.", min = 0) long passed,
    @Column(value = "Gates that are withheld.", min = 0) long withheld,
    @Column("Why, for people.") String reason) {}
