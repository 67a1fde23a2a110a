package io.growthline.domain.value;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;

/** How many subscribers of a plan leave in a month, and what of its price they pay. */
@Table(
    dataset = "marts",
    name = "plan_retention",
    grain = "one plan, and all plans together",
    description =
        "How many subscribers of a plan leave in a month, and what of its price they pay, over the"
            + " last whole months that customer/value.yaml names. A subscriber has running"
            + " subscriptions with a price; who changes the plan stays.",
    key = {"plan"})
public record PlanRetention(
    @Column("Plan at the month's start; all for all plans together.") String plan,
    @Column(value = "Months that subscribers began with the plan.", min = 1) long subscriberMonths,
    @Column(value = "Of these, months at whose end no subscription with a price ran.", min = 0)
        long left,
    @Column(
            value =
                "Share that leaves in a month; that of a plan is drawn towards all plans, the more the fewer its months.",
            unit = "share",
            min = 0,
            max = 1)
        double churn,
    @Column(value = "Lower end of its 90 % credible interval.", unit = "share", min = 0, max = 1)
        double churnLower,
    @Column(value = "Upper end of that interval.", unit = "share", min = 0, max = 1)
        double churnUpper,
    @Column(value = "Prices of the months of those who stayed.", unit = "minor", min = 0)
        long priceMinor,
    @Column(value = "What they paid in these months less refunds.", unit = "minor") long paidMinor,
    @Column(
            value =
                "Share of prices that is paid: discounts, failed payments and refunds lower it. Absent where nobody stayed.",
            nullable = true,
            unit = "share")
        Double paidShare) {}
