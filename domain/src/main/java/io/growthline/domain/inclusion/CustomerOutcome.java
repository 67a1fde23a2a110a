package io.growthline.domain.inclusion;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;

/** How many customers of a group had an outcome. */
@Table(
    dataset = "marts",
    name = "customer_outcomes",
    grain = "one outcome of the customers with one value of a dimension",
    description =
        "How many customers of a group were activated, funded, stayed, asked for help, complained or understood an offer. Only customers whose time to do so has passed are counted; of groups that are too small only the size is told.",
    key = {"outcome", "dimension", "dimension_value"})
public record CustomerOutcome(
    @Column(
            value =
                "The outcome, within the days since the account was opened that its name says: active_90d is activity on one of the days 61 to 90; offer_understood is the first answer to whether terms were understood.",
            allowedBy = Outcome.Names.class)
        String outcome,
    @Column(value = "What the customers are grouped by.", allowedBy = GroupDimension.Names.class)
        String dimension,
    @Column("Value at signup; unknown without a profile or an answer.") String dimensionValue,
    @Column(
            value = "Whether a higher or a lower rate is better for customers.",
            allowed = {"higher", "lower"})
        String better,
    @Column(value = "Customers whose time has passed.", min = 0) long customers,
    @Column(
            value = "Those of them with the outcome; absent for a group below the least size.",
            nullable = true,
            min = 0)
        Long withOutcome,
    @Column(
            value = "Their share; absent for a group below the least size.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double rate,
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
        Double upper) {}
