package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.rule.RuleException;
import org.junit.jupiter.api.Test;

class GuardrailsTest {
  private static final String FILE =
      """
      version: "7"
      assumptions:
        churn_price_elasticity: {value: 0, lower: 0, upper: 0}
      audience:
        - {name: protect, exclude_when: vulnerable_customer, message: Protected.}
      refuse:
        - {name: outside, when: price_minor > observed_max_price_minor, message: Not seen.}
      flag:
        - {name: low-margin, when: margin_minor < 0.0, message: Look.}
      """;

  @Test
  void vulnerableAndFormerCustomersAreExcluded() {
    Guardrails guardrails = Guardrails.standard();

    assertThat(guardrails.excludes(customer(true, "active")), is(true));
    assertThat(guardrails.excludes(customer(false, "cancelled")), is(true));
    assertThat(guardrails.excludes(customer(false, "active")), is(false));
    assertThat(guardrails.excludes(customer(false, "none")), is(false));
  }

  @Test
  void aFileThatNoLongerProtectsVulnerableCustomersIsRefused() {
    assertRefused(
        FILE.replace("vulnerable_customer", "business_account"),
        "rules.yaml",
        "exclude_when: vulnerable_customer");
  }

  @Test
  void anUnknownColumnIsNamedWithFileAndRule() {
    assertRefused(
        FILE.replace("price_minor >", "prize_minor >"), "rules.yaml, rule outside", "prize_minor");
  }

  @Test
  void aRefusalCannotDependOnTheResultItWithholds() {
    assertRefused(FILE.replace("price_minor >", "margin_minor >"), "rule outside", "margin_minor");
  }

  @Test
  void wrongTypesMissingPartsAndDoubleNamesAreRefused() {
    assertRefused(
        FILE.replace("margin_minor < 0.0", "margin_minor"), "low-margin", "true or false");
    assertRefused(FILE.replace("version: \"7\"", ""), "rules.yaml: ", "version is missing");
    assertRefused(FILE.replace(", message: Look.", ""), "rules.yaml", "message is missing");
    assertRefused(FILE.replace("low-margin", "outside"), "rule outside", "twice");
    assertRefused(FILE.replace("flag:", "flags:"), "rules.yaml: ", "flag is missing");
  }

  private static void assertRefused(String yaml, String where, String what) {
    RuleException e = assertThrows(RuleException.class, () -> Guardrails.parse("rules.yaml", yaml));
    assertThat(e.getMessage(), allOf(containsString(where), containsString(what)));
  }

  static Customer360Profile customer(boolean vulnerable, String status) {
    return Rows.of(
        Customer360Profile.class,
        "customer_id",
        "c1",
        "as_of",
        Offers.AS_OF.toString(),
        "income_segment",
        "middle",
        "tenure_days",
        90,
        "vulnerable_customer",
        vulnerable,
        "subscription_status",
        status,
        "days_since_active",
        30);
  }
}
