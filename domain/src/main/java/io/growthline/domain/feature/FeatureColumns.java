package io.growthline.domain.feature;

import io.growthline.domain.contract.Column;
import java.time.LocalDate;

/** The columns that features have offline and online, declared once so that they cannot differ. */
public interface FeatureColumns {
  @Column("The customer.")
  String customerId();

  @Column("Everything known before this day, UTC, is reflected.")
  LocalDate asOf();

  @Column(value = "Region of residence; for reporting, not a model input.", nullable = true)
  String region();

  @Column(value = "Income band; for reporting, not a model input.", nullable = true)
  String incomeSegment();

  @Column("Whether the customer needs protection; a guardrail, not a model input.")
  boolean vulnerableCustomer();

  @Column(value = "Days since the account was opened.", unit = "days")
  long tenureDays();

  @Column("Purchases in the last 30 days: approved transactions, neither reversed nor refunds.")
  long transactionCount30d();

  @Column("Purchases in the last 90 days.")
  long transactionCount90d();

  @Column(
      value =
          "Purchases in the last 30 days less refunds, in the reporting currency; absent where one has no rate.",
      nullable = true,
      unit = "minor")
  Long spendMinor30d();

  @Column(value = "The same of the last 90 days.", nullable = true, unit = "minor")
  Long spendMinor90d();

  @Column(
      value =
          "Spending of the last 30 days over a third of that of the last 90; 1 is steady, 0 without spending or where refunds outweigh it.",
      nullable = true,
      min = 0,
      max = 3)
  Double spendTrend();

  @Column(value = "Days since the last purchase, at most 365.", unit = "days")
  long daysSinceTransaction();

  @Column(value = "Days since any activity, at most 365.", unit = "days")
  long daysSinceActive();

  @Column(value = "Days with activity in the last 30.", unit = "days")
  long activeDays30d();

  @Column("Declined transactions in the last 30 days.")
  long declined30d();

  @Column("Sessions in the last 30 days.")
  long sessionCount30d();

  @Column("Sessions that crashed in the last 30 days.")
  long crashCount30d();

  @Column("Different features used in the last 30 days.")
  long featuresUsed30d();

  @Column("Support contacts in the last 90 days.")
  long supportContacts90d();

  @Column("Complaints in the last 90 days.")
  long complaints90d();

  @Column("Failed payments in the last 90 days.")
  long failedPayments90d();

  @Column(value = "Monthly price of the current plan; 0 without one.", unit = "minor")
  long planPriceMinor();

  @Column("Downgrades in the last 90 days.")
  long downgrades90d();

  @Column(value = "Newest answer to the recommendation question.", nullable = true)
  Long lastNps();
}
