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

  @Column(
      value = "Days since the account was opened.",
      unit = "days",
      min = 0,
      max = Column.MOST_DAYS)
  long tenureDays();

  @Column(
      value = "Purchases in the last 30 days: approved transactions, neither reversed nor refunds.",
      min = 0)
  long transactionCount30d();

  @Column(value = "Purchases in the last 90 days.", min = 0)
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

  @Column(value = "Days since the last purchase, at most 365.", unit = "days", min = 0, max = 365)
  long daysSinceTransaction();

  @Column(value = "Days since any activity, at most 365.", unit = "days", min = 0, max = 365)
  long daysSinceActive();

  @Column(value = "Days with activity in the last 30.", unit = "days", min = 0, max = 30)
  long activeDays30d();

  @Column(value = "Declined transactions in the last 30 days.", min = 0)
  long declined30d();

  @Column(value = "Sessions in the last 30 days.", min = 0)
  long sessionCount30d();

  @Column(value = "Sessions that crashed in the last 30 days.", min = 0)
  long crashCount30d();

  @Column(value = "Different features used in the last 30 days.", min = 0)
  long featuresUsed30d();

  @Column(value = "Support contacts in the last 90 days.", min = 0)
  long supportContacts90d();

  @Column(value = "Complaints in the last 90 days.", min = 0)
  long complaints90d();

  @Column(value = "Failed payments in the last 90 days.", min = 0)
  long failedPayments90d();

  @Column(value = "Monthly price of the current plan; 0 without one.", unit = "minor", min = 0)
  long planPriceMinor();

  @Column(value = "Downgrades in the last 90 days.", min = 0)
  long downgrades90d();

  @Column(
      value = "Newest answer to the recommendation question.",
      nullable = true,
      min = 0,
      max = 10)
  Long lastNps();
}
