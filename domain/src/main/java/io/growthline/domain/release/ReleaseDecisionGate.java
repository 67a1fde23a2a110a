package io.growthline.domain.release;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** A gate of a change, judged. */
@Table(
    dataset = "marts",
    name = "release_decision_gates",
    grain = "one change and gate",
    description =
        "What each gate says of a change, with its evidence; docs/release-decisions.md says how gates are judged.",
    key = {"change_id", "gate"})
public record ReleaseDecisionGate(
    @Column("The change; this_run is the run itself.") String changeId,
    @Column("The gate.") String gate,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "The figure; absent when there is none.", nullable = true) Double figure,
    @Column(
            value =
                "Lower end of its interval; the figure itself when it is exact, absent without a limit.",
            nullable = true)
        Double lower,
    @Column(value = "Upper end of its interval.", nullable = true) Double upper,
    @Column("What figures allow no more than what.") String threshold,
    @Column("Whether the change stays an experiment while the gate is withheld.") boolean required,
    @Column(
            value =
                "pass, warn, review or block where the whole interval says so; withheld where it does not, or there is no figure.",
            allowedBy = GateStatus.Names.class)
        String status,
    @Column(
            value = "The most that the gate lets be done with the change.",
            allowedBy = ReleaseVerdict.Names.class)
        String allows,
    @Column("Table that holds the evidence.") String evidenceTable,
    @Column("Its row, as column=value.") String evidenceKey,
    @Column("Why, for people.") String reason) {}
