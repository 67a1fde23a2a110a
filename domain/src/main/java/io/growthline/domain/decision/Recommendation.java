package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What the bank may change for a group of customers, and how urgent it is. */
@Table(
    dataset = "scores",
    name = "recommendations",
    grain = "one recommendation of decision/recommendations.yaml",
    description =
        "What the bank may change for groups of customers, and how urgent it is. A customer may be in several groups, so customers and values of rows do not add up.",
    key = {"recommendation"})
public record Recommendation(
    @Column("Name of the rule.") String recommendation,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("Version of the rules.") String version,
    @Column("What to do.") String action,
    @Column("Who does it.") String owner,
    @Column("What it rests on.") String evidence,
    @Column(value = "Customers for whom the condition holds.", min = 0) long customers,
    @Column(value = "Customers with a chance of leaving in all.", min = 0) long allCustomers,
    @Column(value = "Of the group, those whose value is known.", min = 0) long valuedCustomers,
    @Column(
            value =
                "Value at stake in the group: chance of leaving times expected margin, rounded half even by customer; an expected margin below 0 loses nothing. Absent where there are customers and no value is known.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long atStakeMinor,
    @Column(value = "The same of all customers.", unit = "minor", min = 0) long allAtStakeMinor,
    @Column(value = "1 low, 2 medium, 3 high.", min = 1, max = 3) long severity,
    @Column(
            value =
                "Severity times at_stake_minor over all_at_stake_minor; absent where either is not known, or nothing is at stake.",
            nullable = true,
            min = 0,
            max = 3)
        Double impact,
    @Column(
            value = "How sure it is that the action helps; assumed.",
            unit = "share",
            min = 0,
            max = 1)
        double confidence,
    @Column(value = "1 low, 2 medium, 3 high; assumed.", min = 1, max = 3) long effort,
    @Column(
            value = "Impact times confidence over effort; absent without impact.",
            nullable = true,
            min = 0,
            max = 3)
        Double priority,
    @Column(
            value =
                "Band of priority, by decision/recommendations.yaml; none for a priority of 0, unknown without one.",
            allowed = {"high", "medium", "low", "none", "unknown"})
        String band) {}
