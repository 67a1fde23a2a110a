package io.growthline.domain.geo;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;

/** What each region adds to a test: its weight, and the effect seen in it alone. */
@Table(
    dataset = "marts",
    name = "geo_regions",
    grain = "one region of a test, metric and method",
    description =
        "What each region adds to a test: its weight in what was expected, and the effect seen in it alone. Effects of regions that are compared with show what chance does.",
    key = {"test_id", "metric", "method", "region"})
public record GeoRegion(
    @Column("The test.") String testId,
    @Column("What it was to change.") String metric,
    @Column(
            value = "As in marts.geo_incrementality.",
            allowed = {"did", "synthetic_control"})
        String method,
    @Column("The region.") String region,
    @Column(
            value = "treated, neighbour, or control: compared with.",
            allowed = {"treated", "neighbour", "control"})
        String role,
    @Column(
            value = "Part in what was expected of the treated; absent unless a control.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double weight,
    @Column("Average effect on a day, against the controls (but itself).") double effect,
    @Column(value = "Lower end of its 90 % interval; absent without a limit.", nullable = true)
        Double lower,
    @Column(value = "Upper end of its 90 % interval; absent without a limit.", nullable = true)
        Double upper) {}
