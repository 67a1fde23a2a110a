package io.growthline.domain.finance;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** How recurring revenue moved in a month, by plan and income segment. */
@Table(
    dataset = "marts",
    name = "monthly_revenue",
    grain = "one plan and income segment in one month",
    description =
        "How recurring revenue moved in a month, by plan and income segment: monthly prices of"
            + " running subscriptions, before discounts, at the end of the month and of the one"
            + " before. In each row and in total, opening + new + expansion + reactivation +"
            + " transfers in - contraction - churn - transfers out = closing, and closing is the"
            + " opening of the next month. Movements are those of customers: who begins and ends"
            + " the same month moves nothing. Money that goes with a customer to another plan or"
            + " segment is a transfer, which cancels out in total; what a customer pays more than"
            + " before is an expansion of the plan that gained, what a customer pays less a"
            + " contraction of the plan that lost. A customer counts once, under the plan changed"
            + " last. Only months that have ended.",
    key = {"month", "plan", "income_segment"})
public record MonthlyRevenue(
    @Column("First day of the month.") LocalDate month,
    @Column("The plan.") String plan,
    @Column("Income segment at the end that is looked at; unknown where none is known.")
        String incomeSegment,
    @Column(value = "Recurring revenue at the start.", unit = "minor", min = 0) long openingMinor,
    @Column(value = "Of customers who never had a subscription before.", unit = "minor", min = 0)
        long newMinor,
    @Column(value = "What customers pay more than before.", unit = "minor", min = 0)
        long expansionMinor,
    @Column(
            value = "Of customers who had a subscription once, but none at the start.",
            unit = "minor",
            min = 0)
        long reactivationMinor,
    @Column(value = "Came from other plans and segments.", unit = "minor", min = 0)
        long transferInMinor,
    @Column(value = "What customers pay less than before.", unit = "minor", min = 0)
        long contractionMinor,
    @Column(
            value = "Of customers without a subscription at the end who chose so.",
            unit = "minor",
            min = 0)
        long churnChosenMinor,
    @Column(
            value = "Of customers whose last subscription ended because payments failed.",
            unit = "minor",
            min = 0)
        long churnPaymentFailedMinor,
    @Column(
            value = "Of customers without a subscription at the end, for reasons not known.",
            unit = "minor",
            min = 0)
        long churnUnknownMinor,
    @Column(value = "Went to other plans and segments.", unit = "minor", min = 0)
        long transferOutMinor,
    @Column(value = "Recurring revenue at the end.", unit = "minor", min = 0) long closingMinor,
    @Column(
            value =
                "Customers at the start. Opening + new + reactivated + in - churned - out ="
                    + " closing.",
            min = 0)
        long openingCustomers,
    @Column(value = "Customers who never had a subscription before.", min = 0) long newCustomers,
    @Column(value = "Customers who had one once, but none at the start.", min = 0)
        long reactivatedCustomers,
    @Column(value = "Customers who came from another plan or segment.", min = 0) long customersIn,
    @Column(value = "Customers who chose to have none any more.", min = 0)
        long churnedChosenCustomers,
    @Column(value = "Customers whose last one ended because payments failed.", min = 0)
        long churnedPaymentFailedCustomers,
    @Column(value = "Customers without one any more, for reasons not known.", min = 0)
        long churnedUnknownCustomers,
    @Column(value = "Customers who went to another plan or segment.", min = 0) long customersOut,
    @Column(value = "Customers at the end.", min = 0) long closingCustomers,
    @Column(value = "Of these, customers who pay more than before.", min = 0)
        long expandedCustomers,
    @Column(value = "Of these, customers who pay less than before.", min = 0)
        long contractedCustomers) {}
