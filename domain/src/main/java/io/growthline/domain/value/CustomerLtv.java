package io.growthline.domain.value;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What customers bought and earned, and are expected to in the next 52 weeks. */
@Table(
    dataset = "marts",
    name = "metric_customer_ltv",
    grain = "one customer",
    description =
        "What customers bought and earned, and are expected to in the next 52 weeks. For helpful prioritisation only, never for credit, eligibility or punishment.",
    key = {"customer_id"},
    cluster = {"customer_id"})
public record CustomerLtv(
    @Column("The customer.") String customerId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(
            value = "Days with a purchase after the first such day, which are repeat purchases.",
            unit = "days",
            min = 0)
        long purchases,
    @Column(
            value =
                "From the first day with a purchase to the last; 0 for who never came back, absent without a purchase.",
            nullable = true,
            unit = "weeks",
            min = 0)
        Double recencyWeeks,
    @Column(
            value =
                "From the first day with a purchase to the day before as_of; absent without one.",
            nullable = true,
            unit = "weeks",
            min = 0)
        Double ageWeeks,
    @Column(
            value =
                "Mean repeat purchase, whatever was refunded; absent without one, and where one has no rate.",
            nullable = true,
            unit = "minor",
            min = 0)
        Double meanPurchaseMinor,
    @Column(
            value = "Purchases in all less refunds; absent where one has no rate.",
            nullable = true,
            unit = "minor")
        Long historicValueMinor,
    @Column(
            value =
                "What the customer paid for plans, less refunds; nothing of it is in expected values.",
            unit = "minor")
        long historicRevenueMinor,
    @Column(
            value =
                "What the customer brought less the customer's share of costs, over the months since signup that have ended: payments for plans less refunds, and what the bank keeps of purchases as assumed; costs of each month over all who had signed up, without overhead.",
            nullable = true,
            unit = "minor")
        Long historicMarginMinor,
    @Column(value = "Why this margin is absent.", nullable = true) String historicMarginReason,
    @Column(
            value =
                "Chance that the customer still buys; 1 for who never came back, as the model lets nobody leave before a second purchase.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double pAlive,
    @Column(
            value = "Days with a purchase expected in the next 52 weeks.",
            nullable = true,
            unit = "days",
            min = 0)
        Double expectedPurchases,
    @Column(
            value = "Value of these purchases; revenue, not margin, and not discounted.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long expectedValueMinor,
    @Column(
            value =
                "Lower end of the 90 % interval of that expectation: what is uncertain of the parameters, not what chance does to one customer, which is much more.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long expectedValueLowerMinor,
    @Column(value = "Upper end of that interval.", nullable = true, unit = "minor", min = 0)
        Long expectedValueUpperMinor,
    @Column(
            value =
                "Expected value beside that of the average customer: high from twice as much on, low below half.",
            nullable = true,
            allowed = {"high", "medium", "low"})
        String band,
    @Column(value = "Why expectations of purchases are absent.", nullable = true)
        String withheldReason,
    @Column(
            value =
                "Margin expected in the next 52 weeks: what the bank keeps of expected purchases, and the plan's price as far as it is paid for the months the customer is expected to stay, less costs. Nothing is expected of purchases before the first one. Not discounted.",
            nullable = true,
            unit = "minor")
        Long expectedMarginMinor,
    @Column(
            value =
                "Lower end of the 90 % interval of that expectation: what is uncertain of purchases and churn, not what chance does to one customer.",
            nullable = true,
            unit = "minor")
        Long expectedMarginLowerMinor,
    @Column(value = "Upper end of that interval.", nullable = true, unit = "minor")
        Long expectedMarginUpperMinor,
    @Column(value = "How far expectations go.", unit = "weeks", min = 52, max = 52)
        long marginHorizonWeeks,
    @Column(value = "Why the expected margin is absent.", nullable = true)
        String expectedMarginReason,
    @Column(
            value =
                "The simple value beside it: revenue a month so far, times 1 over monthly churn as lifetime with a longest, times the margin share of all customers. Absent without a month that has ended, costs or subscribers.",
            nullable = true,
            unit = "minor")
        Long simpleValueMinor,
    @Column(
            value =
                "Expected margin beside that of all customers with one above 0, by the shares of customer/value.yaml; none for no expected margin above 0.",
            allowed = {"high", "medium", "low", "none"})
        String valueBand) {}
