package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As of July 1: the last 90 days begin on April 2, the 90 before on January 2. */
class SegmentRulesTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-07-01");
  private static final String YAML =
      """
      currency_scale: 0.5
      behaviour:
        high_value_monthly: 10
        high_value_travel_share: 0.25
        declining_change: -0.30
        new_tenure_months: 6
        growing_change: 0.50
        budget_monthly: 4
        budget_necessity_share: 0.60
      consistency: {consistent_below: 50, moderate_below: 200}
      revenue: {high_monthly: 60, medium_monthly: 40}
      usage: {heavy_sessions: 12, regular_sessions: 4}
      engagement: {rising_change: 0.20, falling_change: -0.20}
      campaigns:
        onboarding_days: 60
        onboarding_purchases: 3
        premium_tenure_days: 90
        premium_monthly: 3000
      """;
  private static final SegmentRules RULES = SegmentRules.parse("segments.yaml", YAML);

  /** Pence of 90 days: 1,500 are 5 pounds a month, which is 10 at a scale of a half. */
  @ParameterizedTest
  @CsvSource({
    // travel, groceries, shopping, before, opened, segment
    "375, 0, 1125, 0, 2025-01-01, high_value_traveler",
    "374, 0, 1126, 0, 2025-01-01, stable_mid_spender", // a quarter of travel is missing
    "375, 0, 1124, 0, 2025-01-01, stable_mid_spender", // a penny is missing
    "1500, 0, 0, 9000, 2025-01-01, high_value_traveler", // the first rule that holds
    "0, 0, 700, 1000, 2025-01-01, declining",
    "0, 0, 701, 1000, 2025-01-01, stable_mid_spender",
    "0, 500, 0, 1000, 2025-01-01, declining", // before budget_conscious
    "0, 0, 0, 1, 2025-01-01, declining",
    "0, 0, 750, 500, 2026-01-01, new_growing", // opened half a year ago
    "0, 0, 750, 500, 2025-12-31, stable_mid_spender",
    "0, 0, 749, 500, 2026-01-01, stable_mid_spender",
    "0, 0, 750, 500, , stable_mid_spender", // no account
    "0, 0, 750, 0, 2026-01-01, stable_mid_spender", // 0 is no base
    "0, 359, 240, 500, 2025-01-01, stable_mid_spender", // less than three fifths
    "0, 360, 239, 500, 2025-01-01, budget_conscious",
    "0, 600, 0, 600, 2025-01-01, stable_mid_spender" // 2 pounds a month are not less
  })
  void theFirstRuleThatHoldsIsTheSegment(
      long travel, long groceries, long shopping, long before, LocalDate opened, String segment) {
    assertThat(
        behaviour(
                opened,
                spent("2026-04-02T00:00:00Z", "travel", travel),
                spent("2026-05-01T00:00:00Z", "groceries", groceries),
                spent("2026-06-30T23:59:58Z", "shopping", shopping),
                spent("2026-04-01T23:59:59Z", "shopping", before))
            .name(),
        is(segment));
  }

  @Test
  void whatWasSpentMoreThan180DaysAgoDecidesNothing() {
    SegmentRules.Segment segment =
        behaviour(null, spent("2026-01-01T23:59:59Z", "shopping", 9_000));

    assertThat(segment.name(), is((String) null));
    assertThat(segment.reason(), is("No purchases in the last 180 days."));
    assertThat(
        behaviour(null, spent("2026-01-02T00:00:00Z", "shopping", 9_000)).name(), is("declining"));
  }

  @Test
  void withAnAmountWithoutARateThereIsNoSegment() {
    Transaction euros =
        event(Transaction.class, "2026-06-01T10:00:00Z", "currency", "EUR", "amount_minor", 5);

    SegmentRules.Segment segment =
        behaviour(null, spent("2026-06-02T10:00:00Z", "shopping", 9_000), euros);

    assertThat(segment.name(), is((String) null));
    assertThat(segment.reason(), is("An amount of the last 180 days has no rate."));
  }

  @Test
  void theReasonNamesTheRuleAndItsValues() {
    assertThat(
        behaviour(null, spent("2026-06-02T10:00:00Z", "travel", 370_350)).reason(),
        is("Spends 1234.50 a month (5.00 or more) and 100.0 % of it on travel (25.0 % or more)."));
    assertThat(
        behaviour(
                LocalDate.parse("2026-03-01"),
                spent("2026-03-02T10:00:00Z", "shopping", 100),
                spent("2026-06-02T10:00:00Z", "shopping", 180))
            .reason(),
        is(
            "Opened on 2026-03-01 (at most 6 months ago), and spending of 90 days changed by 80.0 % (50.0 % or more)."));
  }

  @Test
  void amountsAreInMinorUnitsOfTheCurrency() {
    assertThat(RULES.minor(10, new ReportingCurrency("GBP", List.of())), is(500L));
    assertThat(RULES.minor(10, new ReportingCurrency("JPY", List.of())), is(5L));
    assertThat(RULES.minor(10, new ReportingCurrency("KWD", List.of())), is(5_000L));
    assertThat(RULES.minor(10, ReportingCurrency.AS_WRITTEN), is(500L));
  }

  /** 60 and 40 at a scale of a half: 30 and 20 pounds a month, 90 and 60 in 90 days. */
  @ParameterizedTest
  @CsvSource({
    "9000, high",
    "8999, medium",
    "6000, medium",
    "5999, low",
    "1, low",
    "0, none",
    "-1, none"
  })
  void theTierOfRevenueIsByWhatWasPaid(long paidMinor, String tier) {
    assertThat(RULES.revenueTier(paidMinor, ReportingCurrency.AS_WRITTEN), is(tier));
  }

  @ParameterizedTest
  @CsvSource({"12, heavy", "11, regular", "4, regular", "3, light", "1, light", "0, none"})
  void theTierOfUseIsBySessions(long sessions, String tier) {
    assertThat(RULES.usageTier(sessions), is(tier));
  }

  @ParameterizedTest
  @CsvSource({
    "12, 10, rising",
    "11, 10, steady",
    "9, 10, steady",
    "8, 10, falling",
    "0, 1, falling",
    "1, 0, rising",
    "0, 0, none"
  })
  void theTrendIsBySessionsBefore(long sessions, long before, String trend) {
    assertThat(RULES.engagementTrend(sessions, before), is(trend));
  }

  @ParameterizedTest
  @CsvSource({
    "10, promoter",
    "9, promoter",
    "8, passive",
    "7, passive",
    "6, detractor",
    "0, detractor",
    ", none"
  })
  void theAnswerToTheRecommendationQuestionIsATier(Long score, String tier) {
    assertThat(SegmentRules.npsTier(score), is(tier));
  }

  @Test
  void aFileWithAMissingOrUnknownThresholdIsRefused() {
    assertRefused(YAML.replace("  budget_monthly: 4\n", ""), "budget_monthly");
    assertRefused(YAML.replace("budget_monthly: 4", "budget_monthly: none"), "none");
    assertRefused(YAML.replace("currency_scale", "scale"), "scale");
  }

  private static void assertRefused(String yaml, String what) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> SegmentRules.parse("segments.yaml", yaml));
    assertThat(e.getMessage(), containsString("segments.yaml does not hold"));
    assertThat(e.getMessage(), containsString(what));
  }

  private static SegmentRules.Segment behaviour(LocalDate openedOn, Transaction... transactions) {
    List<Transaction> events = new ArrayList<>();
    for (Transaction transaction : transactions) {
      if (transaction.amountMinor() != 0) {
        events.add(transaction);
      }
    }
    ReportingCurrency pounds = new ReportingCurrency("GBP", List.of());
    CustomerAsOf customer = CustomerAsOf.of("c1", events, AS_OF, pounds);
    return RULES.behaviour(RecentSpending.of(customer), openedOn, AS_OF, pounds);
  }

  private static Transaction spent(String at, String category, long amountMinor) {
    return event(
        Transaction.class,
        at,
        "merchant_category",
        category,
        "amount_minor",
        amountMinor,
        "currency",
        "GBP");
  }
}
