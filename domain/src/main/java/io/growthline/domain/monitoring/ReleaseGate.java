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
    @Column(value = "Result.", allowedBy = CheckStatus.Judged.class) String verdict,
    @Column(value = "Value compared.", nullable = true) Double value,
    @Column("Rule that was applied.") String threshold,
    @Column("The result for people.") String explanation) {}
