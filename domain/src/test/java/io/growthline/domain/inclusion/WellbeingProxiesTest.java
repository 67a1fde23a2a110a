package io.growthline.domain.inclusion;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.payment;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The account is opened on 1 January; the last complete month is April unless said otherwise. */
class WellbeingProxiesTest {
  private static final WellbeingProxies MART = new WellbeingProxies();
  private static final LocalDate MAY = LocalDate.parse("2026-05-01");

  @Test
  void twoFailedPaymentsInAMonthAreASignAndOneIsNot() {
    assertThat(
        months(
            "failed_payments",
            payment("2026-01-31T00:00:00Z", "failed", 1),
            payment("2026-02-01T00:00:00Z", "failed", 1),
            payment("2026-03-01T00:00:00Z", "failed", 1),
            payment("2026-03-31T23:59:59Z", "failed", 1)),
        contains("2026-01-01 0 of 1", "2026-02-01 0 of 1", "2026-03-01 1 of 1"));
  }

  @Test
  void onlySpendingAndUseTogetherFallToHalf() {
    List<RawEvent> events = new ArrayList<>();
    for (String month : List.of("01", "02", "03")) {
      events.add(purchase("2026-" + month + "-02T00:00:00Z", 100, "groceries"));
      events.add(session("2026-" + month + "-03T00:00:00Z"));
      events.add(session("2026-" + month + "-04T00:00:00Z"));
    }
    events.add(purchase("2026-04-02T00:00:00Z", 50, "groceries"));
    events.add(session("2026-04-03T00:00:00Z"));
    assertThat(
        months("falling_use_and_spending", events.toArray(RawEvent[]::new)),
        contains("2026-04-01 1 of 1"));

    events.add(session("2026-04-04T00:00:00Z"));
    assertThat(
        months("falling_use_and_spending", events.toArray(RawEvent[]::new)),
        contains("2026-04-01 0 of 1"));
  }

  @Test
  void withoutThreeMonthsBeforeNothingIsKnownOfAChange() {
    assertThat(
        months(
            "falling_use_and_spending",
            purchase("2026-01-02T00:00:00Z", 100, "groceries"),
            session("2026-01-03T00:00:00Z"),
            purchase("2026-03-02T00:00:00Z", 1, "groceries")),
        contains("2026-04-01 1 of 1"));
  }

  @Test
  void essentialsDominateFromNineTenthsOverFivePurchases() {
    List<RawEvent> events = new ArrayList<>();
    for (int day = 1; day <= 4; day++) {
      events.add(purchase("2026-01-0" + day + "T00:00:00Z", 200, "groceries"));
    }
    assertThat(months("essentials_dominate", events.toArray(RawEvent[]::new)), is(empty()));

    events.add(purchase("2026-01-05T00:00:00Z", 88, "shopping"));
    assertThat(
        months("essentials_dominate", events.toArray(RawEvent[]::new)),
        contains("2026-01-01 1 of 1"));

    events.add(purchase("2026-01-06T00:00:00Z", 1, "shopping"));
    assertThat(
        months("essentials_dominate", events.toArray(RawEvent[]::new)),
        contains("2026-01-01 0 of 1"));
  }

  @Test
  void aSignIsLeftOutWhereTheSourcesTellNothingOfIt() {
    Counts<WellbeingProxies.Cell> counts = counts(session("2026-01-03T00:00:00Z"));

    assertThat(MART.rows(counts, MAY), is(empty()));
    MART.count(
        CustomerAsOf.of("c2", List.of(event(SupportContact.class, "2026-01-05T00:00:00Z")), MAY),
        counts);
    assertThat(
        MART.rows(counts, MAY).stream().map(WellbeingProxy::proxy).distinct().toList(),
        contains("frequent_support"));
  }

  @Test
  void belowThirtyCustomersNoShareIsToldButTheUsesAre() {
    Counts<WellbeingProxies.Cell> counts = WellbeingProxiesTest.MART.empty();
    for (int i = 0; i < 29; i++) {
      counts.addAll(counts(payment("2026-01-31T00:00:00Z", "failed", 1)));
    }
    WellbeingProxy few = MART.rows(counts, MAY).get(0);
    counts.addAll(counts(payment("2026-01-31T00:00:00Z", "failed", 1)));
    WellbeingProxy enough = MART.rows(counts, MAY).get(0);

    assertThat(few.share(), is(nullValue()));
    assertThat(few.withProxy(), is(nullValue()));
    assertThat(few.permittedUses(), containsString("offer help from a person"));
    assertThat(few.prohibitedUses(), containsString("pricing"));
    assertThat(enough.share(), is(0.0));
    assertThat(enough.customers(), is(30L));
  }

  @Test
  void aUseThatDoesNotSupportCustomersIsRefused() {
    String yaml = proxy("permitted_uses: [offer_help, credit_decision]");

    assertThat(problem(yaml), containsString("inclusion/wellbeing.yaml: "));
    assertThat(problem(yaml), containsString("credit_decision"));
  }

  @Test
  void aSignWithoutProhibitedUsesIsRefused() {
    assertThat(
        problem(proxy("permitted_uses: [offer_help]").replace("prohibited_uses: pricing", "")),
        containsString("prohibited_uses"));
  }

  @Test
  void anUnknownMeasureIsRefused() {
    assertThat(
        problem(proxy("permitted_uses: [offer_help]").replace("payments", "balances")),
        containsString("there is no measure balances; write one of [payments, "));
  }

  private static String proxy(String uses) {
    return """
        proxies:
          - proxy: a
            description: A sign.
            of: []
            when: [{measure: payments, at_least: 1}]
            %s
            prohibited_uses: pricing
        """
        .formatted(uses);
  }

  private static String problem(String yaml) {
    return assertThrows(IllegalArgumentException.class, () -> WellbeingRules.parse(yaml))
        .getMessage();
  }

  private static RawEvent purchase(String at, long minor, String category) {
    return event(
        Transaction.class,
        at,
        "amount_minor",
        minor,
        "merchant_category",
        category,
        "status",
        "approved",
        "currency",
        "GBP");
  }

  private static Counts<WellbeingProxies.Cell> counts(RawEvent... events) {
    List<RawEvent> all = new ArrayList<>(List.of(events));
    all.add(profile("2026-01-01T00:00:00Z", "north", "2026-01-01"));
    Counts<WellbeingProxies.Cell> counts = MART.empty();
    MART.count(CustomerAsOf.of("c1", all, MAY), counts);
    return counts;
  }

  private static List<String> months(String proxy, RawEvent... events) {
    List<String> texts = new ArrayList<>();
    counts(events)
        .forEach(
            (cell, n) -> {
              if (cell.name().equals(proxy)) {
                texts.add("%s %d of %d".formatted(cell.month(), n[1], n[0]));
              }
            });
    return texts;
  }
}
