package io.growthline.domain.value;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What customers bought, and are expected to buy in the next 52 weeks. */
@Table(
    dataset = "marts",
    name = "metric_customer_ltv",
    grain = "one customer with a purchase",
    description =
        "What customers bought, and are expected to buy in the next 52 weeks. For helpful prioritisation only, never for credit, eligibility or punishment.",
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
            value = "From the first day with a purchase to the last; 0 for who never came back.",
            unit = "weeks",
            min = 0)
        double recencyWeeks,
    @Column(
            value = "From the first day with a purchase to the day before as_of.",
            unit = "weeks",
            min = 0)
        double ageWeeks,
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
                "Margin earned on these; always absent, as no raw table says what purchases cost.",
            nullable = true,
            unit = "minor")
        Long historicMarginMinor,
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
    @Column(value = "Why expectations are absent.", nullable = true) String withheldReason) {}
