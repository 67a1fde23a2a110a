package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Gates that a release must pass. */
@Table(
    dataset = "monitoring",
    name = "release_gates",
    grain = "one gate",
    description = "Gates that a release must pass.",
    key = {"gate"})
public record ReleaseGate(
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("The gate, or overall.") String gate,
    @Column(value = "Result.", allowedBy = CheckStatus.Any.class) String verdict,
    @Column(value = "The figure; absent when there is none.", nullable = true) Double value,
    @Column(value = "Lower end of its interval; the figure itself when counted.", nullable = true)
        Double lower,
    @Column(value = "Upper end of its interval; the figure itself when counted.", nullable = true)
        Double upper,
    @Column(value = "Rows that the figure rests on.", nullable = true, min = 0) Long rowCount,
    @Column("Rows that the gate needs; with fewer it is withheld.") long neededRows,
    @Column("Rule that was applied.") String threshold,
    @Column("The result for people.") String explanation,
    @Column(value = "Why the gate is withheld.", nullable = true) String withheldBecause,
    @Column(
            value =
                "The most often that the gate fails or warns although the true figure is within the"
                    + " threshold; 0 when counted in full.",
            unit = "share",
            nullable = true,
            min = 0,
            max = 1)
        Double falseAlarmRate) {}
