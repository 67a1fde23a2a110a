package io.growthline.domain.customer;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** When and for how much customers bought and what they paid: what customer value rests on. */
@Table(
    dataset = "marts",
    name = "purchase_history",
    grain = "one customer",
    description =
        "When and for how much customers bought and what they paid: what customer value rests on.",
    key = {"customer_id"},
    cluster = {"customer_id"})
public record PurchaseHistory(
    @Column("The customer.") String customerId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Day of the first purchase, UTC; absent without one.", nullable = true)
        LocalDate firstPurchaseOn,
    @Column(value = "Day of the last purchase, UTC; absent without one.", nullable = true)
        LocalDate lastPurchaseOn,
    @Column(value = "Days with a purchase after the first such day.", unit = "days", min = 0)
        long repeatDays,
    @Column(
            value =
                "Purchases of these days, whatever was refunded, in the reporting currency; absent where one has no rate.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long repeatValueMinor,
    @Column(
            value =
                "Purchases in all less refunds, in the reporting currency; absent where one has no rate.",
            nullable = true,
            unit = "minor")
        Long spendMinor,
    @Column(value = "What the customer paid for plans, less refunds.", unit = "minor")
        long paidMinor,
    @Column(
            value =
                "Last day with a purchase before the 91 days up to as_of; absent for customers who had not bought before.",
            nullable = true)
        LocalDate calibrationLastPurchaseOn,
    @Column(
            value = "Days with a purchase before those 91 days and after the first.",
            nullable = true,
            unit = "days",
            min = 0)
        Long calibrationRepeatDays,
    @Column(
            value = "Days with a purchase in the 91 days up to as_of.",
            unit = "days",
            min = 0,
            max = 91)
        long holdoutDays,
    @Column(value = "Day the account was opened; absent where none is known.", nullable = true)
        LocalDate accountOpenedOn,
    @Column(value = "Kind of card held.", nullable = true) String cardType,
    @Column(value = "Plan of the running subscription changed last.", nullable = true) String plan,
    @Column(value = "Monthly price of all running subscriptions.", unit = "minor", min = 0)
        long monthlyPriceMinor,
    @Column(
            value = "What the customer paid for plans in months that have ended, less refunds.",
            unit = "minor")
        long endedPaidMinor,
    @Column(
            value =
                "Purchases less refunds of months that have ended, in the reporting currency; absent where one has no rate.",
            nullable = true,
            unit = "minor")
        Long endedSpendMinor) {

  /** Days before the as-of day by which models are checked: 13 weeks. */
  public static final int HOLDOUT_DAYS = 91;

  /** Whether there is a purchase. */
  public boolean hasBought() {
    return firstPurchaseOn != null;
  }

  /** First day of those by which models are checked. */
  public LocalDate holdoutFrom() {
    return holdoutFrom(asOf);
  }

  /** First day of those by which models are checked, as of a day. */
  public static LocalDate holdoutFrom(LocalDate asOf) {
    return asOf.minusDays(HOLDOUT_DAYS);
  }
}
