package io.growthline.domain.growth;

import java.util.Locale;

/** What a customer contributes to metrics in one calendar month; always a whole number. */
public enum Measure {
  ACTIVE_CUSTOMERS("", "1 for a customer with a transaction, session or feature use in the month"),
  NEW_CUSTOMERS("", "1 for a customer whose account was opened in the month"),
  MATURE_ACCOUNTS(
      "raw.onboarding_steps",
      "1 for a customer whose account was opened in the month, once 7 days have passed"),
  ACTIVATED_ACCOUNTS(
      "raw.onboarding_steps",
      "1 for such a customer who funded and made three approved transactions in these 7 days"),
  CUSTOMERS_AT_RISK("", "1 for a customer at risk at the month's start, once 30 days have passed"),
  CUSTOMERS_CHURNED("", "1 for such a customer who cancelled or had no activity in these 30 days"),
  RECURRING_REVENUE_MINOR(
      "raw.subscriptions", "Monthly price of the subscriptions active at the month's end"),
  PAID_REVENUE_MINOR(
      "raw.payments", "Payments that succeeded in the month less those refunded in it"),
  TRANSACTION_VOLUME_MINOR("raw.transactions", "Approved amounts of the month"),
  TRANSACTIONS("raw.transactions", "Approved transactions of the month"),
  OFFERS_DECIDED("raw.offer_exposures", "Offers shown in the month whose outcome is known"),
  OFFERS_ACCEPTED("raw.offer_exposures", "Offers shown in the month that were taken"),
  COMPLAINTS("raw.support_contacts", "Complaints of the month"),
  PAYMENT_ATTEMPTS("raw.payments", "Payments of the month that succeeded or failed"),
  PAYMENTS_FAILED("raw.payments", "Payments of the month that failed"),
  NPS_RESPONSES("raw.nps_responses", "Answers of the month"),
  NPS_NET("raw.nps_responses", "Promoters (9 or 10) less detractors (0 to 6) of the month");

  private final String source;
  private final String description;

  Measure(String source, String description) {
    this.source = source;
    this.description = description;
  }

  /** Name in the metric catalogue. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Raw table without which 0 would mean nothing; empty when any activity will do. */
  public String source() {
    return source;
  }

  public String description() {
    return description;
  }
}
