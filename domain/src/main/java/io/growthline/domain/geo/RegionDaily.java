package io.growthline.domain.geo;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What happened in each region on each day. */
@Table(
    dataset = "marts",
    name = "region_daily",
    grain = "one metric of a region on a day that has any",
    description =
        "What happened in each region on each day. A day without a row had nothing: it counts as 0.",
    key = {"metric", "region", "day"})
public record RegionDaily(
    @Column(
            value =
                "signups: accounts opened. activations: accounts activated. spend_minor: purchases less refunds, in minor units.",
            allowed = {"signups", "activations", "spend_minor"})
        String metric,
    @Column("Region of residence of the customers then; unknown where no profile says.")
        String region,
    @Column("The day, UTC.") LocalDate day,
    @Column(
            value = "What happened; absent when some amount has no rate of its currency.",
            nullable = true)
        Long value) {}
