package io.growthline.domain.value;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What customers brought and cost in a month. */
@Table(
    dataset = "marts",
    name = "monthly_margin",
    grain = "one month that has ended",
    description =
        "What customers brought and cost in a month that has ended. Costs of a customer are the"
            + " bookings of the month over all who had signed up by its end; overhead is shown"
            + " and is no part of the margin. What the bank keeps of purchases is an assumption of"
            + " customer/value.yaml.",
    key = {"month"})
public record MonthlyMargin(
    @Column("First day of the month.") LocalDate month,
    @Column(value = "Customers who had signed up by its end.", min = 0) long customers,
    @Column(value = "Payments of plans less refunds.", unit = "minor") long planRevenueMinor,
    @Column(
            value =
                "What the bank keeps of purchases less refunds, as assumed; absent where one has no rate.",
            nullable = true,
            unit = "minor")
        Long purchaseRevenueMinor,
    @Column(
            value = "Costs to serve; absent where no costs of the month but overhead are booked.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long costToServeMinor,
    @Column(value = "Costs of support; absent likewise.", nullable = true, unit = "minor", min = 0)
        Long supportCostMinor,
    @Column(
            value = "Costs of payment processing; absent likewise.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long processingCostMinor,
    @Column(
            value = "Overhead; absent where none is booked.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long overheadMinor,
    @Column(
            value = "Costs without overhead for each customer; absent without costs or customers.",
            nullable = true,
            unit = "minor",
            min = 0)
        Double costPerCustomerMinor,
    @Column(
            value =
                "Revenue of plans and of purchases less costs without overhead; absent where one of these is.",
            nullable = true,
            unit = "minor")
        Long grossMarginMinor) {
  /** Costs without overhead; null where none are booked. */
  Long dividedCostMinor() {
    return costToServeMinor == null
        ? null
        : (Long)
            Math.addExact(Math.addExact(costToServeMinor, supportCostMinor), processingCostMinor);
  }

  /** What customers brought; null where it is not known. */
  Long revenueMinor() {
    return purchaseRevenueMinor == null
        ? null
        : (Long) Math.addExact(planRevenueMinor, purchaseRevenueMinor);
  }
}
