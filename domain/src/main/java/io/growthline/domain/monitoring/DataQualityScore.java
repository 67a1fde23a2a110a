package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** How far a table can be relied on. */
@Table(
    dataset = "monitoring",
    name = "data_quality_scores",
    grain = "one table of raw, marts or scores",
    description =
        "How far each table can be relied on, from 0 to 1 by dimension. What cannot be judged is"
            + " absent with the reason, never 0.",
    key = {"table_name"})
public record DataQualityScore(
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("Table.") String tableName,
    @Column(value = "Rows checked.", min = 0) long rowCount,
    @Column(
            value = "Deliveries of this raw table that were dropped as duplicates.",
            nullable = true,
            min = 0)
        Long duplicates,
    @Column(
            value = "Records meant for this raw table that are rejected and still missing.",
            nullable = true,
            min = 0)
        Long rejected,
    @Column(
            value = "Share of rows that have a value, in the required column where fewest do.",
            nullable = true,
            min = 0,
            max = 1)
        Double completeness,
    @Column(
            value = "Share of rows that do not repeat the key of another.",
            nullable = true,
            min = 0,
            max = 1)
        Double uniqueness,
    @Column(
            value =
                "Share of rows with an allowed value, in the column where fewest have one; of a raw"
                    + " table at most the share of its records that were not rejected.",
            nullable = true,
            min = 0,
            max = 1)
        Double validity,
    @Column(
            value =
                "Share of rows whose reference exists, in the column where fewest do; of a raw table"
                    + " at most the share of records read that its account explains.",
            nullable = true,
            min = 0,
            max = 1)
        Double integrity,
    @Column(
            value =
                "1 while the newest row is as young as the contract promises, then the promised days"
                    + " over its age.",
            nullable = true,
            min = 0,
            max = 1)
        Double freshness,
    @Column(
            value =
                "1 while rows were added at the rate of earlier runs, within three scaled median"
                    + " absolute deviations of their median, then that band over the distance.",
            nullable = true,
            min = 0,
            max = 1)
        Double volume,
    @Column(
            value = "Mean of the dimensions that could be judged.",
            nullable = true,
            min = 0,
            max = 1)
        Double overall,
    @Column(
            value = "What the scores mean; withheld when no dimension could be judged.",
            allowedBy = QualityStatus.Names.class)
        String status,
    @Column(value = "The dimension with the lowest score; absent when all are 1.", nullable = true)
        String worstDimension,
    @Column(value = "What may go wrong in the business; absent when all is well.", nullable = true)
        String businessRisk,
    @Column(value = "Dimensions that were not judged, each with the reason.", nullable = true)
        String withheldBecause) {}
