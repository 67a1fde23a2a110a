package io.growthline.domain.growth;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Who uses which feature of the product. */
@Table(
    dataset = "marts",
    name = "feature_adoption",
    grain = "one feature in one month",
    description = "Who uses which feature of the product, in months that have ended.",
    key = {"month", "feature"})
public record FeatureAdoption(
    @Column("First day of the month.") LocalDate month,
    @Column("The feature.") String feature,
    @Column(value = "Customers who used it in the month.", min = 1) long customers,
    @Column(value = "Uses by customers in the month.", min = 1) long events,
    @Column(
            value = "Customers with activity in the month: a transaction, session or feature use.",
            min = 1)
        long activeCustomers,
    @Column(
            value = "Customers who used it over active customers.",
            unit = "share",
            min = 0,
            max = 1)
        double shareOfActive,
    @Column(value = "Customers whose first known use of it falls into the month.", min = 0)
        long firstTimeCustomers,
    @Column(value = "Customers who used it on more than one day of the month.", min = 0)
        long repeatCustomers,
    @Column(value = "These over the customers who used it.", unit = "share", min = 0, max = 1)
        double repeatRate) {}
