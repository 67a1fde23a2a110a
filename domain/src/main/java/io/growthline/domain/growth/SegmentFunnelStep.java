package io.growthline.domain.growth;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;

/** From signup to staying: how far customers of a segment came in their first 60 days. */
@Table(
    dataset = "marts",
    name = "segment_funnel",
    grain = "one step of the customers with one value of a dimension",
    description =
        "From signup to staying: how far customers of a segment came in their first 60 days. Only those whose 60 days have passed are counted.",
    key = {"dimension", "dimension_value", "step_number"})
public record SegmentFunnelStep(
    @Column(
            value = "What the customers are broken down by.",
            allowed = {"all", "signup_channel", "region", "income_segment"})
        String dimension,
    @Column("Value at signup; unknown without a profile.") String dimensionValue,
    @Column(
            value =
                "Place of the step, from 1. A step whose raw tables have no events is left out.",
            min = 1,
            max = 5)
        long stepNumber,
    @Column(
            value =
                "The step: signup is an opened account; activation is funding and three purchases within 7 days; key_action is more than five feature uses, paid is a payment that succeeded, both within 30 days; month_1 is activity on one of the days 31 to 60.",
            allowedBy = SegmentFunnel.Steps.class)
        String step,
    @Column(value = "Customers who took all steps before; at the first step its own.", min = 0)
        long customersEntering,
    @Column(value = "Customers who took this step and all before.", min = 0) long customersReaching,
    @Column(
            value = "Share of the customers of the first step; absent while none is mature.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double shareOfFirst,
    @Column(
            value = "Share of the customers of the step before; absent where there are none.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double shareOfPrevious,
    @Column("Whether this step lost most customers, the first of equal ones.") boolean isBottleneck,
    @Column(
            value = "Customers whose 60 days have not passed yet; they are in no other column.",
            min = 0)
        long customersTooNew,
    @Column("Whether the 60 days of any customer have passed.") boolean isMature) {}
