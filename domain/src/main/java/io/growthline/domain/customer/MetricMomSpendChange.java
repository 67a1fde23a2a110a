package io.growthline.domain.customer;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** How the spending of customers changes from month to month. */
@Table(
    dataset = "marts",
    name = "metric_mom_spend_change",
    grain = "one customer and complete month from that of the first purchase or refund on",
    description =
        "How the spending of customers changes from month to month. Months that have ended alone; a month without purchases is 0. The first month may be a part, as customers begin in it.",
    key = {"month", "customer_id"},
    partition = "month",
    cluster = {"customer_id"})
public record MetricMomSpendChange(
    @Column("The customer.") String customerId,
    @Column("First day of the month, UTC.") LocalDate month,
    @Column(
            value =
                "Purchases less refunds, in the reporting currency; absent where one has no rate.",
            nullable = true,
            unit = "minor")
        Long spendMinor,
    @Column(
            value = "The same of the month before; absent in the first month.",
            nullable = true,
            unit = "minor")
        Long previousSpendMinor,
    @Column(value = "Change of spending.", nullable = true, unit = "minor") Long changeMinor,
    @Column(
            value =
                "Change over the month before; absent where that is 0 or refunds outweigh purchases in it.",
            nullable = true,
            unit = "share")
        Double changeShare) {}
