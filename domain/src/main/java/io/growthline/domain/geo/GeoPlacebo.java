package io.growthline.domain.geo;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;

/** Effects that a method finds in regions that were not treated. */
@Table(
    dataset = "marts",
    name = "geo_placebos",
    grain = "one set of regions of a test, metric and method",
    description =
        "Effects that a method finds in sets of regions that were not treated, as many as were, and in the treated ones.",
    key = {"test_id", "metric", "method", "region"})
public record GeoPlacebo(
    @Column("The test.") String testId,
    @Column("What it was to change.") String metric,
    @Column(
            value = "As in marts.geo_incrementality.",
            allowed = {"did", "synthetic_control"})
        String method,
    @Column("The region, or several joined by +.") String region,
    @Column("Whether these are the treated regions.") boolean treated,
    @Column("Average effect on a region and day.") double effect,
    @Column(value = "Effect over what was expected.", nullable = true, unit = "share") Double lift,
    @Column(
            value = "Size of the effect over the error before the treatment: what is ranked.",
            min = 0)
        double ratio) {}
