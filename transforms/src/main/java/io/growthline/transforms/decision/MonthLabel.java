package io.growthline.transforms.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What of {@code marts.customer_month_features} says whether a customer left; only in flight. */
@Table(
    dataset = "marts",
    name = "customer_month_labels",
    grain = "one customer at the start of one month whose outcome is known",
    description = "Whether customers who were at risk left.",
    key = {"as_of", "customer_id"})
public record MonthLabel(
    @Column("The customer.") String customerId,
    @Column("The month start.") LocalDate asOf,
    @Column("Whether the customer left in the 30 days from it.") boolean churned) {}
