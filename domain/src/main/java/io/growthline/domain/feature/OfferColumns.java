package io.growthline.domain.feature;

import io.growthline.domain.contract.Column;

/**
 * What may speak for or against taking an offer: its terms, and what was known of the customer at
 * the start of the day. Declared once, so that past and present cannot differ.
 */
public interface OfferColumns {
  @Column("The customer.")
  String customerId();

  @Column("The offer.")
  String offerId();

  @Column(value = "Monthly price shown.", unit = "minor", min = 0)
  long priceMinor();

  @Column(value = "Incentive shown.", unit = "minor", min = 0)
  long incentiveMinor();

  @Column(value = "Offers shown to the customer in the 90 days before.", min = 0)
  long offersSeen90d();

  @Column(value = "Offers that the customer is known to have taken before.", min = 0)
  long offersTaken();

  @Column(
      value = "Days since the account was opened; absent without an account.",
      nullable = true,
      unit = "days",
      min = 0,
      max = Column.MOST_DAYS)
  Long tenureDays();

  @Column(value = "Purchases in the last 30 days.", min = 0)
  long transactionCount30d();

  @Column(
      value =
          "Purchases in the last 90 days less refunds, in the reporting currency; absent where one has no rate.",
      nullable = true,
      unit = "minor")
  Long spendMinor90d();

  @Column(value = "Days since any activity, at most 365.", unit = "days", min = 0, max = 365)
  long daysSinceActive();

  @Column(value = "Days with activity in the last 30.", unit = "days", min = 0, max = 30)
  long activeDays30d();

  @Column(value = "Sessions in the last 30 days.", min = 0)
  long sessionCount30d();

  @Column(value = "Different features used in the last 30 days.", min = 0)
  long featuresUsed30d();

  @Column(value = "Support contacts in the last 90 days.", min = 0)
  long supportContacts90d();

  @Column(value = "Monthly price of the current plan; 0 without one.", unit = "minor", min = 0)
  long planPriceMinor();

  @Column(
      value = "Newest answer to the recommendation question.",
      nullable = true,
      min = 0,
      max = 10)
  Long lastNps();
}
