package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** From what the marts of a group of customers were built, and what the group adds to totals. */
@Table(
    dataset = "monitoring",
    name = "mart_groups",
    grain = "one group of customers, by the hash of their id",
    description =
        "From what the marts of a group of customers were built, and what it adds to the totals. A"
            + " group whose raw rows have not changed since is not built again.",
    key = {"customer_group"})
public record MartGroup(
    @Column(value = "Number of the group.", min = 0) long customerGroup,
    @Column("The day that the marts reflect.") LocalDate asOf,
    @Column("The run that had changed raw rows of the group last.") String builtFrom,
    @Column("Fingerprint of the code that built them.") String code,
    @Column("What the group adds to counts over all customers, JSON.") String totals) {}
