package io.growthline.domain.customer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Which campaigns with incentives may address a customer: the first rule that holds decides. Who
 * needs protection is never addressed; help is offered instead.
 *
 * @param openedOn day the account was opened; null without one
 * @param daysSinceActive whole days since the last activity; null without any
 * @param purchases purchases in all
 */
record CampaignRules(
    boolean vulnerable,
    boolean cancelled,
    LocalDate asOf,
    LocalDate openedOn,
    Long daysSinceActive,
    long openComplaints,
    long failedPayments90d,
    long purchases,
    CustomerSegment segment,
    ReportingCurrency currency) {
  private static final SegmentRules RULES = SegmentRules.standard();

  /** Whether any campaign may address the customer. */
  boolean isAddressed() {
    return neverAddressed() == null;
  }

  /** Keeps customers who show signs of leaving and have not left. */
  Eligibility retention() {
    Eligibility never = neverAddressed();
    if (never != null) {
      return never;
    }
    if (daysSinceActive == null) {
      return Eligibility.no("Never active.");
    }
    if (Recency.of(daysSinceActive).equals(Recency.LEFT)) {
      return Eligibility.no("Has left: not active for %d days.".formatted(daysSinceActive));
    }
    if ("declining".equals(segment.behaviouralSegment())) {
      return Eligibility.yes(segment.segmentReason());
    }
    return Recency.of(daysSinceActive).equals(Recency.ACTIVE)
        ? Eligibility.no("No sign of leaving.")
        : Eligibility.yes("Not active for %d days.".formatted(daysSinceActive));
  }

  /** Helps customers to begin. */
  Eligibility onboarding() {
    Eligibility never = neverAddressed();
    if (never != null) {
      return never;
    }
    if (tenureDays() > RULES.campaigns().onboardingDays()) {
      return Eligibility.no(
          "Opened more than %d days ago.".formatted(RULES.campaigns().onboardingDays()));
    }
    long needed = RULES.campaigns().onboardingPurchases();
    return purchases >= needed
        ? Eligibility.no("Has begun: %d purchases or more.".formatted(needed))
        : Eligibility.yes(
            "Opened %d days ago, %d of %d purchases.".formatted(tenureDays(), purchases, needed));
  }

  /** Offers a better plan to those who would use it. */
  Eligibility premium() {
    Eligibility never = neverAddressed();
    if (never != null) {
      return never;
    }
    if (!Recency.of(daysSinceActive).equals(Recency.ACTIVE)) {
      return Eligibility.no("Not active in the last 30 days.");
    }
    if (tenureDays() < RULES.campaigns().premiumTenureDays()) {
      return Eligibility.no(
          "Opened less than %d days ago.".formatted(RULES.campaigns().premiumTenureDays()));
    }
    if (failedPayments90d > 0) {
      return Eligibility.no("A payment failed in the last 90 days.");
    }
    if (segment.revenueTier().equals("high")) {
      return Eligibility.no("Pays for a high tier already.");
    }
    if (segment.npsTier().equals("detractor")) {
      return Eligibility.no("Would not recommend the bank: ask why first.");
    }
    if (segment.monthlySpendMinor() == null) {
      return Eligibility.no("Spending is not known: an amount has no rate.");
    }
    long needed = RULES.minor(RULES.campaigns().premiumMonthly(), currency);
    String spends =
        "Spends "
            + SegmentRules.amount(segment.monthlySpendMinor(), currency)
            + " a month ("
            + SegmentRules.amount(needed, currency)
            + " needed).";
    return new Eligibility(segment.monthlySpendMinor() >= needed, spends);
  }

  /** Why no campaign may address the customer; null when one may. */
  private Eligibility neverAddressed() {
    if (vulnerable) {
      return Eligibility.no("Protected: offer help instead.");
    }
    if (openedOn == null) {
      return Eligibility.no("Has no account.");
    }
    if (cancelled) {
      return Eligibility.no("Has left: cancelled the subscription.");
    }
    return openComplaints > 0 ? Eligibility.no("An open complaint comes first.") : null;
  }

  private long tenureDays() {
    return ChronoUnit.DAYS.between(openedOn, asOf);
  }
}
