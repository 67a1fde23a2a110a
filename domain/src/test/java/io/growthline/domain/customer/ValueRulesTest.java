package io.growthline.domain.customer;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ValueRulesTest {
  private static final String YAML =
      """
      purchases: {evidence: assumed, debit_share: 0.002, credit_share: 0.003, credit_cards: [credit]}
      observed_months: 6
      prior_customer_months: 100
      longest_lifetime_months: 36
      bands: {high_above: 0.8, medium_above: 0.4}
      """;

  @Test
  void whatIsKeptOfPurchasesIsAssumedByKindOfCard() {
    ValueRules.Purchases purchases = ValueRules.standard().purchases();

    assertThat(purchases.evidence(), is("assumed"));
    assertThat(purchases.keptMinor(100_000, purchases.isCredit("credit")), is(300L));
    assertThat(purchases.keptMinor(100_000, purchases.isCredit("standard")), is(200L));
    assertThat(purchases.keptMinor(-100_000, purchases.isCredit(null)), is(-200L));
  }

  @Test
  void aRuleThatIsOutOfRangeUnknownOrMissingIsRefusedWithItsName() {
    assertRefused("evidence: assumed", "evidence: guessed", "purchases.evidence");
    assertRefused("debit_share: 0.002", "debit_share: 1.2", "purchases.debit_share");
    assertRefused("credit_share: 0.003", "credit_share: -0.1", "purchases.credit_share");
    assertRefused("observed_months: 6", "observed_months: 0", "observed_months");
    assertRefused("prior_customer_months: 100", "prior_customer_months: 0", "prior_customer");
    assertRefused("months: 36", "months: 0", "longest_lifetime_months");
    assertRefused("medium_above: 0.4", "medium_above: 0.9", "bands");
    assertRefused("observed_months: 6\n", "", "observed_months");
    assertRefused("observed_months: 6", "observed_months: 6\nmonths: 3", "months");
  }

  private static void assertRefused(String replaced, String by, String named) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ValueRules.parse("value.yaml", YAML.replace(replaced, by)));

    assertThat(e.getMessage(), allOf(startsWith("value.yaml"), containsString(named)));
  }
}
