package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;

/** From which raw columns each metric comes. */
@Table(
    dataset = "monitoring",
    name = "metric_lineage",
    grain = "one raw column that one metric comes from",
    description = "From which raw columns each metric comes.",
    key = {"metric", "table_name", "column_name"})
public record MetricLineage(
    @Column("Name in the metric catalogue.") String metric,
    @Column("Raw table.") String tableName,
    @Column("Column of the table.") String columnName,
    @Column("What the column means.") String meaning,
    @Column(value = "Mart through which it goes; absent when it goes straight.", nullable = true)
        String via) {}
