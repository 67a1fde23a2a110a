package io.growthline.domain.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows that give several events: of several tables, and one for each element of a list. */
class ManyEventsTest {
  private static final String YAML =
      """
      source: shop
      format: jsonl
      let:
        day: "parseDate(row.day, 'yyyy-MM-dd')"
        currency: "'EUR'"
      columns:
        customer_id: "row.customer"
        occurred_at: "startOfDay(day)"
      tables:
        - table: transactions
          when: "row.kind == 'order'"
          for_each: "row.items"
          columns:
            event_id: "row.id + '-' + string(index)"
            idempotency_key: "row.id + '-' + item.sku"
            transaction_id: "row.id + '-' + item.sku"
            amount_minor: "minor(item.price, currency) * item.quantity"
            currency: "currency"
            status: "'approved'"
        - table: feature_uses
          when: "row.kind == 'order' && size(row.items) > 1"
          columns:
            event_id: "row.id"
            idempotency_key: "row.id"
            feature: "'basket'"
      """;

  private final SourceMapping mapping = SourceMapping.load("shop.yaml", YAML);

  @Test
  void eachItemIsAnEventAndAnotherRuleAddsItsOwn() {
    MappedRow mapped = apply(order(item("pen", "2.50", 2L), item("ink", "7", 1L)));

    assertThat(mapped.rejections(), empty());
    assertThat(mapped.read(), is(3));
    assertThat(
        mapped.events().stream().map(ManyEventsTest::text).toList(),
        contains("o1-0 c1 500 EUR", "o1-1 c1 700 EUR", "o1 basket"));
  }

  @Test
  void itemsThatCannotBeTakenAreOneRejectionThatNamesTheFirst() {
    MappedRow mapped =
        apply(order(item("pen", "2.505", 2L), item("ink", "7", 1L), item("cap", "x", 1L)));

    assertThat(mapped.events().size(), is(2));
    assertThat(mapped.rejections().size(), is(1));
    Rejection rejection = mapped.rejections().get(0).rejection();
    assertThat(rejection.column(), is("amount_minor"));
    assertThat(
        rejection.cause(),
        startsWith(
            "shop.yaml:17: rule 1 (transactions), column amount_minor: an amount with fractions"));
    assertThat(rejection.cause(), endsWith("(item 1)"));
  }

  @Test
  void theConditionGuardsTheListUnlessItNamesTheItem() {
    SourceMapping large =
        SourceMapping.load(
            "shop.yaml",
            YAML.replace("when: \"row.kind == 'order'\"", "when: \"item.quantity > 1\""));

    assertThat(codes(apply(Map.of("kind", "visit"))), contains(RejectionCode.UNKNOWN_TABLE));
    MappedRow mapped =
        large.apply(order(item("pen", "2.50", 2L), item("ink", "7", 1L)), 1, "f", Decoded.READ_AT);
    assertThat(text(mapped.events().get(0)), is("o1-0 c1 500 EUR"));
    assertThat(mapped.events().size(), is(2));
  }

  @Test
  void aListThatIsAbsentOrNoListIsRejectedAndNullIsNoEvent() {
    Map<String, Object> order = new HashMap<>(order());
    order.put("items", null);
    SourceMapping first =
        SourceMapping.load("shop.yaml", YAML.substring(0, YAML.indexOf("  - table: feature")));

    assertThat(
        codes(first.apply(order, 1, "f", Decoded.READ_AT)), contains(RejectionCode.UNKNOWN_TABLE));
    order.put("items", "pen");
    assertThat(
        codes(first.apply(order, 1, "f", Decoded.READ_AT)), contains(RejectionCode.WRONG_TYPE));
    order.remove("items");
    assertThat(
        codes(first.apply(order, 1, "f", Decoded.READ_AT)), contains(RejectionCode.MISSING_FIELD));
  }

  @Test
  void theEntriesOfAMapAreItemsWithKeyAndValue() {
    SourceMapping map =
        SourceMapping.load(
            "shop.yaml",
            YAML.replace("item.sku", "item.key")
                .replace("item.price", "item.value")
                .replace(" * item.quantity", "")
                .replace("&& size(row.items) > 1", "&& false"));
    Map<String, Object> order = new HashMap<>(order());
    order.put("items", Map.of("pen", "2.50"));

    assertThat(
        text(map.apply(order, 1, "f", Decoded.READ_AT).events().get(0)), is("o1-0 c1 250 EUR"));
  }

  @Test
  void aSequenceCanBeMade() {
    SourceMapping months =
        SourceMapping.load(
            "shop.yaml",
            """
            source: club
            format: csv
            tables:
              - table: feature_uses
                for_each: "range(int(row.months))"
                columns:
                  event_id: "row.id + '-' + string(item)"
                  idempotency_key: "row.id + '-' + string(item)"
                  occurred_at: "startOfDay(addMonths(row.since, item), 'Europe/Berlin')"
                  feature: "'membership'"
            """);

    MappedRow mapped =
        months.apply(
            Map.of("id", "m1", "since", "2026-01-31", "months", "3"), 1, "f", Decoded.READ_AT);

    assertThat(
        mapped.events().stream()
            .map(e -> ((FeatureUse) Decoded.row(e)).occurredAt().toString())
            .toList(),
        contains("2026-01-30T23:00:00Z", "2026-02-27T23:00:00Z", "2026-03-30T22:00:00Z"));
    assertThat(
        codes(
            months.apply(
                Map.of("id", "m1", "since", "2026-01-31", "months", "10001"),
                1,
                "f",
                Decoded.READ_AT)),
        contains(RejectionCode.WRONG_TYPE));
  }

  @Test
  void aNamedValueThatCannotBeComputedIsNamed() {
    Map<String, Object> order = new HashMap<>(order(item("pen", "1", 1L)));
    order.put("day", "soon");

    assertThat(
        apply(order).rejections().get(0).rejection().cause(),
        startsWith(
            "shop.yaml:8: rule 1 (transactions), column occurred_at: let day: not a date or time"));
  }

  @Test
  void itemsThatWouldBeOneEventAreRefusedWhenTheMappingIsLoaded() {
    MappingException e =
        assertThrows(
            MappingException.class,
            () ->
                SourceMapping.load(
                    "shop.yaml",
                    YAML.replace(
                        "event_id: \"row.id + '-' + string(index)\"", "event_id: row.id")));

    assertThat(
        e.getMessage(),
        is(
            "shop.yaml:14: rule 1 (transactions), column event_id: names neither item nor index, so"
                + " all items would be one event"));
  }

  @Test
  void constantsAreCheckedWhenTheMappingIsLoaded() {
    MappingException e =
        assertThrows(
            MappingException.class,
            () -> SourceMapping.load("shop.yaml", YAML.replace("'approved'", "'aproved'")));

    assertThat(
        e.getMessage(),
        is(
            "shop.yaml:19: rule 1 (transactions), column status: aproved is not one of approved,"
                + " declined, reversed"));
  }

  @Test
  void hundredthsOfACurrencyThatHasNoneAreRefused() {
    String hundredths = YAML.replace("minor(item.price, currency)", "minor(item.price)");
    SourceMapping ofRows =
        SourceMapping.load("shop.yaml", hundredths.replace("\"'EUR'\"", "row.currency"));
    Map<String, Object> yen = new HashMap<>(order(item("pen", "250", 1L)));
    yen.put("currency", "JPY");
    Map<String, Object> euro = new HashMap<>(yen);
    euro.put("currency", "EUR");

    Rejection rejection =
        ofRows.apply(yen, 1, "f", Decoded.READ_AT).rejections().get(0).rejection();

    assertThat(rejection.code(), is(RejectionCode.WRONG_TYPE));
    assertThat(
        rejection.cause(),
        startsWith(
            "shop.yaml:17: rule 1 (transactions), column amount_minor: minor(amount) counts"
                + " hundredths, which the currency does not have"));
    assertThat(
        text(ofRows.apply(euro, 1, "f", Decoded.READ_AT).events().get(0)), is("o1-0 c1 25000 EUR"));
  }

  @Test
  void hundredthsOfAConstantCurrencyThatHasNoneAreRefusedWhenTheMappingIsLoaded() {
    MappingException e =
        assertThrows(
            MappingException.class,
            () ->
                SourceMapping.load(
                    "shop.yaml",
                    YAML.replace("minor(item.price, currency)", "minor(item.price)")
                        .replace("currency: \"currency\"", "currency: \"'KWD'\"")));

    assertThat(
        e.getMessage(), startsWith("shop.yaml:17: rule 1 (transactions), column amount_minor:"));
  }

  private MappedRow apply(Map<String, ?> row) {
    return mapping.apply(row, 1, "f", Decoded.READ_AT);
  }

  @SafeVarargs
  private static Map<String, Object> order(Map<String, Object>... items) {
    return Map.of(
        "kind",
        "order",
        "id",
        "o1",
        "customer",
        "c1",
        "day",
        "2026-01-31",
        "items",
        new ArrayList<>(Arrays.asList(items)));
  }

  private static Map<String, Object> item(String sku, String price, long quantity) {
    return Map.of("sku", sku, "price", price, "quantity", quantity);
  }

  private static String text(MappedRow.Event event) {
    Record row = Decoded.row(event);
    return row instanceof Transaction t
        ? t.eventId() + " " + t.customerId() + " " + t.amountMinor() + " " + t.currency()
        : row instanceof FeatureUse use ? use.eventId() + " " + use.feature() : "?";
  }

  private static List<RejectionCode> codes(MappedRow row) {
    return row.rejections().stream().map(r -> r.rejection().code()).toList();
  }
}
