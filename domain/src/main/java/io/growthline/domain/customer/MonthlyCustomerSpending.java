package io.growthline.domain.customer;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What customers spend in each month and merchant category. */
@Table(
    dataset = "marts",
    name = "monthly_customer_spending",
    grain = "one customer, month and merchant category with a purchase or refund",
    description =
        "What customers spend in each month and merchant category, in the reporting currency. The month of the as-of day is there so far.",
    key = {"month", "customer_id", "merchant_category"},
    partition = "month",
    cluster = {"customer_id"})
public record MonthlyCustomerSpending(
    @Column("The customer.") String customerId,
    @Column("First day of the month, UTC.") LocalDate month,
    @Column("Merchant category; uncategorised where transactions name none.")
        String merchantCategory,
    @Column(value = "Purchases: approved transactions, neither reversed nor refunds.", min = 0)
        long purchases,
    @Column(
            value = "Their amounts; absent where a purchase or refund has no rate.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long purchasedMinor,
    @Column(value = "Refunds.", min = 0) long refunds,
    @Column(value = "What they gave back.", nullable = true, unit = "minor", min = 0)
        Long refundedMinor,
    @Column(
            value = "Purchases less refunds: the sum of spend_minor of marts.fct_transactions.",
            nullable = true,
            unit = "minor")
        Long spendMinor) {}
