package io.growthline.domain.rule;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.pricing.FctOfferOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest {
  private final Rules rules =
      Rules.over("offers.yaml", TableSpec.of(FctOfferOutcome.class).columns());

  @Test
  void aConditionSeesTheColumnsOfTheTable() {
    Expression expensive = rules.condition("expensive", "price_minor > 899 && eligible");

    assertThat(expensive.test(Map.of("price_minor", 900L, "eligible", true)), is(true));
    assertThat(expensive.test(Map.of("price_minor", 899L, "eligible", true)), is(false));
  }

  @Test
  void anAbsentValueCanBeComparedWithNull() {
    Expression open = rules.condition("open", "accepted == null");
    Map<String, Object> row = new HashMap<>();
    row.put("accepted", null);

    assertThat(open.test(row), is(true));
    assertThat(open.test(Map.of("accepted", false)), is(false));
    assertThat(rules.compile("value", "accepted").evaluate(row), is(nullValue()));
  }

  @Test
  void instantsAndDatesCanBeCompared() {
    Expression recent =
        rules.condition(
            "recent", "shown_at > timestamp('2026-01-01T00:00:00Z') && shown_on > '2026-01-01'");

    assertThat(
        recent.test(
            Map.of(
                "shown_at",
                Instant.parse("2026-01-02T10:00:00Z"),
                "shown_on",
                LocalDate.of(2026, 1, 2))),
        is(true));
  }

  @Test
  void wholeNumbersAndDecimalsCanBeCompared() {
    assertThat(
        rules
            .condition("rise", "double(price_minor) > 1.2 * 500.0 && price_minor < 700.5")
            .test(Map.of("price_minor", 601L)),
        is(true));
  }

  @Test
  void anUnknownColumnIsNamedWithFileAndRule() {
    RuleException e =
        assertThrows(RuleException.class, () -> rules.condition("rise", "prise_minor > 5"));

    assertThat(
        e.getMessage(),
        allOf(
            containsString("offers.yaml"),
            containsString("rule rise"),
            containsString("'prise_minor'")));
  }

  @Test
  void aConditionThatIsANumberIsRefusedWhenTheFileIsRead() {
    RuleException e =
        assertThrows(RuleException.class, () -> rules.condition("rise", "price_minor + 1"));

    assertThat(e.getMessage(), containsString("must be true or false"));
  }

  @Test
  void typesAreCheckedWhenTheFileIsRead() {
    assertThrows(RuleException.class, () -> rules.condition("rise", "price_minor == 'high'"));
    assertThrows(RuleException.class, () -> rules.condition("empty", " "));
  }

  @Test
  void aValueThatCannotBeComputedNamesTheRule() {
    RuleException e =
        assertThrows(
            RuleException.class,
            () -> rules.compile("ratio", "price_minor / 0").evaluate(Map.of("price_minor", 1L)));

    assertThat(e.getMessage(), containsString("offers.yaml, rule ratio"));
  }
}
