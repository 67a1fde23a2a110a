package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What the contracts say, checked against the tables. */
@Table(
    dataset = "monitoring",
    name = "data_quality_results",
    grain = "one check of one column",
    description = "What the contracts say, checked against the tables.",
    key = {"table_name", "column_name", "check_name"})
public record DataQualityResult(
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("Table.") String tableName,
    @Column("Column, or * for the whole table.") String columnName,
    @Column("Check.") String checkName,
    @Column("Rows checked.") long rowCount,
    @Column("Rows that fail.") long failures,
    @Column(value = "Result.", allowedBy = CheckStatus.Judged.class) String status,
    @Column(
            value =
                "First day of the partition column that was checked; absent when all rows were.",
            nullable = true)
        LocalDate checkedFrom) {}
