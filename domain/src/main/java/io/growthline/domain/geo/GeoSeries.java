package io.growthline.domain.geo;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What treated regions showed by day, beside what was expected without the treatment. */
@Table(
    dataset = "marts",
    name = "geo_series",
    grain = "one day of a test, metric and method",
    description =
        "What treated regions showed by day, on average, beside what was expected without the treatment.",
    key = {"test_id", "metric", "method", "day"})
public record GeoSeries(
    @Column("The test.") String testId,
    @Column("What it was to change.") String metric,
    @Column(
            value = "As in marts.geo_incrementality.",
            allowed = {"did", "synthetic_control"})
        String method,
    @Column("The day.") LocalDate day,
    @Column("Whether the treatment had begun.") boolean underTreatment,
    @Column("Mean of the treated regions.") double actual,
    @Column("Expected mean without the treatment.") double counterfactual,
    @Column("Actual less expected.") double gap,
    @Column("Gap less the error that nine of ten days before the treatment kept within.")
        double lower,
    @Column("Gap plus that error.") double upper) {}
