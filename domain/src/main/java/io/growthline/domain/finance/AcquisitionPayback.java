package io.growthline.domain.finance;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What customers of a channel cost to win, and how soon they pay it back. */
@Table(
    dataset = "marts",
    name = "acquisition_payback",
    grain = "one signup month and channel",
    description =
        "What customers of a channel cost to win, and how soon they pay it back. Revenue is"
            + " payments of plans less refunds, by calendar months from the signup month on; what"
            + " was paid before it counts in it. Margin is revenue less costs to serve, of support"
            + " and of payment processing: the bookings of a month over all customers who had"
            + " signed up by its end, for each customer of the cohort. Without such bookings of"
            + " every month of the cohort there is no margin, and payback is of revenue. Only"
            + " months that have ended.",
    key = {"cohort_month", "signup_channel"})
public record AcquisitionPayback(
    @Column("First day of the signup month.") LocalDate cohortMonth,
    @Column("Channel through which customers came; unknown where none is known.")
        String signupChannel,
    @Column(value = "Customers who signed up.", min = 0) long newCustomers,
    @Column(value = "Campaign spend of the channel for days of the month.", unit = "minor", min = 0)
        long spendMinor,
    @Column(
            value = "Spend over new customers; absent without either.",
            nullable = true,
            unit = "minor",
            min = 0)
        Double acquisitionCostMinor,
    @Column(value = "Months that have ended, the signup month among them.", min = 1)
        long monthsObserved,
    @Column(value = "Revenue of these months.", unit = "minor") long revenueMinor,
    @Column(value = "Revenue a customer in the signup month.", nullable = true, unit = "minor")
        Double revenuePerCustomerM1Minor,
    @Column(value = "The same of 3 months; absent before.", nullable = true, unit = "minor")
        Double revenuePerCustomerM3Minor,
    @Column(value = "The same of 6 months; absent before.", nullable = true, unit = "minor")
        Double revenuePerCustomerM6Minor,
    @Column(value = "The same of 12 months; absent before.", nullable = true, unit = "minor")
        Double revenuePerCustomerM12Minor,
    @Column(
            value = "Margin a customer in the signup month; absent without costs.",
            nullable = true,
            unit = "minor")
        Double marginPerCustomerM1Minor,
    @Column(value = "The same of 3 months; absent before.", nullable = true, unit = "minor")
        Double marginPerCustomerM3Minor,
    @Column(value = "The same of 6 months; absent before.", nullable = true, unit = "minor")
        Double marginPerCustomerM6Minor,
    @Column(value = "The same of 12 months; absent before.", nullable = true, unit = "minor")
        Double marginPerCustomerM12Minor,
    @Column(
            value = "What is set against the spend.",
            allowed = {"margin", "revenue"})
        String paybackBasis,
    @Column(
            value =
                "Whether the spend is paid back: not_yet says nothing about later months, and"
                    + " without spend or customers there is nothing to pay back or nobody to do"
                    + " it.",
            allowed = {"paid_back", "not_yet", "no_spend", "no_customers"})
        String paybackStatus,
    @Column(
            value = "Months after which the spend was first covered; absent while it is not.",
            nullable = true,
            unit = "months",
            min = 1)
        Long paybackMonths) {}
