package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;

/** Which run of ingest changed raw rows of a group of customers last. */
@Table(
    dataset = "monitoring",
    name = "customer_groups",
    grain = "one group of customers, by the hash of their id",
    description = "Which run of ingest changed raw rows of a group of customers last.",
    key = {"customer_group"})
public record CustomerGroup(
    @Column(value = "Number of the group.", min = 0) long customerGroup,
    @Column("The run that changed raw rows of the group last.") String changedBy) {}
