package io.growthline.domain.customer;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * The thresholds of {@code customer/segments.yaml}, and the segments and tiers that they make.
 * Thread-safe.
 */
final class SegmentRules {
  private static final String STANDARD = "/customer/segments.yaml";
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Thresholds thresholds;

  /** The file. Amounts are major units before they are scaled. */
  record Thresholds(
      double currencyScale,
      Behaviour behaviour,
      Consistency consistency,
      Revenue revenue,
      Usage usage,
      Engagement engagement,
      Campaigns campaigns) {}

  record Behaviour(
      double highValueMonthly,
      double highValueTravelShare,
      double decliningChange,
      int newTenureMonths,
      double growingChange,
      double budgetMonthly,
      double budgetNecessityShare) {}

  record Consistency(double consistentBelow, double moderateBelow) {}

  record Revenue(double highMonthly, double mediumMonthly) {}

  record Usage(long heavySessions, long regularSessions) {}

  record Engagement(double risingChange, double fallingChange) {}

  record Campaigns(
      int onboardingDays, long onboardingPurchases, int premiumTenureDays, double premiumMonthly) {}

  /**
   * @param name null where it cannot be known
   * @param reason the rule that matched, with its values
   */
  record Segment(String name, String reason) {}

  private SegmentRules(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** The thresholds that come with the platform. */
  static SegmentRules standard() {
    try (InputStream in = SegmentRules.class.getResourceAsStream(STANDARD)) {
      return parse(STANDARD, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(STANDARD + " cannot be read", e);
    }
  }

  /**
   * Thresholds from YAML.
   *
   * @param file name for messages
   * @throws IllegalArgumentException when one is missing, unknown or no number
   */
  static SegmentRules parse(String file, String yaml) {
    try {
      return new SegmentRules(YAML.readValue(yaml, Thresholds.class));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s does not hold the thresholds of segments: %s".formatted(file, e.getMessage()), e);
    }
  }

  Campaigns campaigns() {
    return thresholds.campaigns();
  }

  /** A threshold in minor units of a currency. */
  long minor(double threshold, ReportingCurrency currency) {
    return Math.round(threshold * thresholds.currencyScale() * currency.minorPerMajor());
  }

  // Every customer has a reason, so these are not left to String.format.

  /** An amount in major units of a currency, for people. */
  static String amount(double minor, ReportingCurrency currency) {
    return decimal(minor / currency.minorPerMajor(), 2);
  }

  private static String percent(double share) {
    return decimal(100 * share, 1) + " %";
  }

  private static String decimal(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  /**
   * How a customer spends: the first rule that holds.
   *
   * @param openedOn day the account was opened; null without one
   */
  Segment behaviour(
      RecentSpending spending, LocalDate openedOn, LocalDate asOf, ReportingCurrency currency) {
    if (!spending.isKnown()) {
      return new Segment(null, "An amount of the last 180 days has no rate.");
    }
    if (spending.last90().count() == 0 && spending.prior90().count() == 0) {
      return new Segment(null, "No purchases in the last 180 days.");
    }
    Behaviour rule = thresholds.behaviour();
    double monthly = spending.monthlyMinor();
    Double travel = spending.travelShare();
    long high = minor(rule.highValueMonthly(), currency);
    if (monthly >= high && travel != null && travel >= rule.highValueTravelShare()) {
      return new Segment(
          "high_value_traveler",
          "Spends %s a month (%s or more) and %s of it on travel (%s or more)."
              .formatted(
                  amount(monthly, currency),
                  amount(high, currency),
                  percent(travel),
                  percent(rule.highValueTravelShare())));
    }
    Double change = spending.change();
    if (change != null && change <= rule.decliningChange()) {
      return new Segment(
          "declining",
          "Spending of 90 days changed by %s (%s or less)."
              .formatted(percent(change), percent(rule.decliningChange())));
    }
    boolean isNew = openedOn != null && !openedOn.plusMonths(rule.newTenureMonths()).isBefore(asOf);
    if (isNew && change != null && change >= rule.growingChange()) {
      return new Segment(
          "new_growing",
          "Opened on %s (at most %d months ago), and spending of 90 days changed by %s (%s or more)."
              .formatted(
                  openedOn,
                  rule.newTenureMonths(),
                  percent(change),
                  percent(rule.growingChange())));
    }
    Double necessity = spending.necessityShare();
    long budget = minor(rule.budgetMonthly(), currency);
    if (monthly < budget && necessity != null && necessity >= rule.budgetNecessityShare()) {
      return new Segment(
          "budget_conscious",
          "Spends %s a month (less than %s) and %s of it on necessities (%s or more)."
              .formatted(
                  amount(monthly, currency),
                  amount(budget, currency),
                  percent(necessity),
                  percent(rule.budgetNecessityShare())));
    }
    return new Segment(
        "stable_mid_spender",
        "Spends " + amount(monthly, currency) + " a month, and no other rule holds.");
  }

  /** What most of the spending of 90 days is for; null without purchases. */
  String spendingProfile(RecentSpending spending) {
    Double travel = spending.travelShare();
    if (travel == null) {
      return null;
    }
    if (travel >= thresholds.behaviour().highValueTravelShare()) {
      return "traveler";
    }
    return spending.necessityShare() >= thresholds.behaviour().budgetNecessityShare()
        ? "necessity"
        : "balanced";
  }

  /** How evenly a customer spends, by a standard deviation in minor units. */
  String consistency(double deviationMinor, ReportingCurrency currency) {
    Consistency rule = thresholds.consistency();
    return deviationMinor < minor(rule.consistentBelow(), currency)
        ? "consistent"
        : deviationMinor < minor(rule.moderateBelow(), currency) ? "moderate" : "variable";
  }

  /**
   * What a customer pays the bank.
   *
   * @param paidMinor subscription payments of 90 days less refunds
   */
  String revenueTier(long paidMinor, ReportingCurrency currency) {
    if (paidMinor <= 0) {
      return "none";
    }
    double monthly = paidMinor / 3.0;
    return monthly >= minor(thresholds.revenue().highMonthly(), currency)
        ? "high"
        : monthly >= minor(thresholds.revenue().mediumMonthly(), currency) ? "medium" : "low";
  }

  /** How often a customer uses the app, by the sessions of 30 days. */
  String usageTier(long sessions) {
    return sessions >= thresholds.usage().heavySessions()
        ? "heavy"
        : sessions >= thresholds.usage().regularSessions()
            ? "regular"
            : sessions > 0 ? "light" : "none";
  }

  /** Where the use of the app goes, by the sessions of 30 days and of the 30 before. */
  String engagementTrend(long sessions, long before) {
    if (before == 0) {
      return sessions == 0 ? "none" : "rising";
    }
    double change = (double) (sessions - before) / before;
    return change >= thresholds.engagement().risingChange()
        ? "rising"
        : change <= thresholds.engagement().fallingChange() ? "falling" : "steady";
  }

  /** Promoter from 9, detractor up to 6: F. F. Reichheld, Harvard Business Review, 12/2003. */
  static String npsTier(Long score) {
    return score == null ? "none" : score >= 9 ? "promoter" : score >= 7 ? "passive" : "detractor";
  }
}
