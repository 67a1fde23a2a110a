package io.growthline.domain.growth;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** How often customers come and what they do, week by week. */
@Table(
    dataset = "marts",
    name = "weekly_engagement",
    grain = "one week of the customers with one value of a dimension",
    description =
        "How often customers come and what they do, in ISO weeks that have ended. A customer is active with a transaction, session or feature use.",
    key = {"week_start", "dimension", "dimension_value"})
public record WeeklyEngagement(
    @Column("Monday of the ISO week.") LocalDate weekStart,
    @Column(
            value = "What the customers are broken down by.",
            allowed = {"all", "region", "income_segment"})
        String dimension,
    @Column("Value at the end of the week; unknown without a profile.") String dimensionValue,
    @Column(value = "Customers active in the week.", min = 0) long weeklyActiveCustomers,
    @Column(
            value =
                "Customers active in the four weeks that end with this one; absent in the first three weeks of activity.",
            nullable = true,
            min = 0)
        Long monthlyActiveCustomers,
    @Column(value = "Days on which each customer was active, added up.", min = 0) long activeDays,
    @Column(
            value = "Customers active on a day, mean of the seven days.",
            unit = "customers",
            min = 0)
        double meanDailyActiveCustomers,
    @Column(
            value =
                "Mean daily over weekly active customers, from 1/7 for one day a week; absent without any.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double dailyOverWeekly,
    @Column(
            value =
                "Weekly over monthly active customers, from 1/4 for one week in four; absent with these.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double weeklyOverMonthly,
    @Column(value = "App sessions.", min = 0) long sessions,
    @Column(value = "Purchases: approved transactions, neither reversed nor refunds.", min = 0)
        long transactions,
    @Column(
            value =
                "Purchases less refunds, in the reporting currency; absent where one has no rate.",
            nullable = true,
            unit = "minor")
        Long spendMinor,
    @Column(
            value = "Purchases over customers active in the week; absent without any.",
            nullable = true,
            min = 0)
        Double transactionsPerActive,
    @Column(
            value =
                "Spend over customers active in the week; absent without any, or without spend.",
            nullable = true,
            unit = "minor")
        Double spendPerActiveMinor,
    @Column(
            value =
                "Purchases and refunds in another than the reporting currency and without a rate.",
            min = 0)
        long transactionsWithoutRate) {}
