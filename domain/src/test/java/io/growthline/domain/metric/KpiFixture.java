package io.growthline.domain.metric;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.subscription;
import static io.growthline.domain.customer.Events.transaction;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.mart.CustomerAsOf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Small catalogues and customers, and the values that they give. */
final class KpiFixture {
  private KpiFixture() {}

  static final LocalDate APRIL = LocalDate.parse("2026-04-01");

  static RawEvent declined(String at, long amountMinor) {
    return transaction(at, amountMinor, "declined", Instant.parse(at).plusSeconds(1));
  }

  static RawEvent change(String at, String subscription, String change, long priceMinor) {
    return event(
        Subscription.class,
        at,
        "subscription_id",
        subscription,
        "plan",
        "p",
        "change",
        change,
        "price_minor",
        priceMinor);
  }

  static List<String> months(List<KpiValue> values, String metric) {
    return values.stream()
        .filter(v -> v.metric().equals(metric) && v.dimension().equals("all"))
        .filter(v -> v.grain().equals("month"))
        .map(v -> v.periodStart().getMonthValue() + " " + v.value())
        .toList();
  }

  static String valueAndLeftOut(List<KpiValue> values, String metric) {
    KpiValue value = find(values, metric, "2026-03-01");
    return value.value() + " " + value.rowsLeftOut();
  }

  static final String HEAD =
      """
      version: "1"
      dimensions: [region]
      metrics:
      """;

  static String metric(String name, String value) {
    return """
      - name: %s
        owner: test
        question: Test?
        description: Test.
        formula: test
        unit: minor
        direction: neutral
        no_target: a test
        risk: None.
        null_policy: Never.
        sources: {raw.transactions: [amount_minor]}
        dimensions: [all, region]
        value: {%s}
    """
        .formatted(name, value)
        .indent(2);
  }

  static String cumulative(String window) {
    return HEAD
        + metric(
            "sum",
            "type: cumulative, measure: transaction_volume_minor, window: \"" + window + "\"");
  }

  static String derived(String expression) {
    return HEAD
        + metric("volume", "type: simple, measure: transaction_volume_minor")
        + metric("derived", "type: derived, expression: \"" + expression + "\"");
  }

  static List<KpiValue> standard(String asOf, Customer... customers) {
    return values(new Kpis(), LocalDate.parse(asOf), customers);
  }

  static List<KpiValue> of(String yaml, Customer... customers) throws IOException {
    MetricCatalogue catalogue =
        MetricCatalogue.parse(new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    return values(new Kpis(catalogue), APRIL, customers);
  }

  static List<KpiValue> values(Kpis kpis, LocalDate asOf, Customer... customers) {
    MeasureTotals totals = kpis.empty();
    for (Customer customer : customers) {
      kpis.count(CustomerAsOf.of("c1", customer.events(), asOf), totals);
    }
    return kpis.rows(totals, asOf);
  }

  record Customer(List<RawEvent> events) {}

  static Customer customer(RawEvent... events) {
    return new Customer(List.of(events));
  }

  static void count(Kpis kpis, MeasureTotals totals, RawEvent... events) {
    kpis.count(CustomerAsOf.of("c1", List.of(events), APRIL), totals);
  }

  static Set<String> names(List<KpiValue> values) {
    return values.stream().map(KpiValue::metric).collect(Collectors.toSet());
  }

  static Double value(List<KpiValue> values, String metric, String month) {
    return find(values, metric, month) == null ? null : find(values, metric, month).value();
  }

  static boolean complete(List<KpiValue> values, String metric, String month) {
    return find(values, metric, month).isComplete();
  }

  static KpiValue find(List<KpiValue> values, String metric, String month) {
    return values.stream()
        .filter(v -> v.metric().equals(metric) && v.dimension().equals("all"))
        .filter(v -> v.grain().equals("month") && v.periodStart().toString().equals(month))
        .findFirst()
        .orElse(null);
  }

  static List<String> periods(List<KpiValue> values, String grain) {
    return values.stream()
        .filter(v -> v.metric().equals("active_customers") && v.dimension().equals("all"))
        .filter(v -> v.grain().equals(grain))
        .map(v -> v.periodStart() + " " + v.value())
        .toList();
  }
}
