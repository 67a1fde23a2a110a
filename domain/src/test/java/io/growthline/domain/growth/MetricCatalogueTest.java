package io.growthline.domain.growth;

import static io.growthline.domain.customer.Events.transaction;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.domain.customer.CustomerVersions;
import io.growthline.domain.growth.MeasureTotals.Cell;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricCatalogueTest {
  private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
  private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
  private static final Path DOCUMENT = Path.of("../docs/metrics.md");

  @Test
  void exactlyTheMetricsOfTheCatalogueAreComputed() {
    MeasureTotals totals = new MeasureTotals();
    for (Measure measure : Measure.values()) {
      totals.add(new Cell(JANUARY, "all", "all"), measure, 2);
      totals.addSource(measure.source());
    }

    Set<String> computed = names(KpiValues.of(totals, MetricCatalogue.standard(), MARCH));

    assertThat(
        computed,
        is(
            MetricCatalogue.standard().metrics().stream()
                .map(Metric::name)
                .collect(Collectors.toSet())));
    assertThat(KpiValues.of(totals, new MetricCatalogue("1", List.of()), MARCH), hasSize(0));
  }

  @Test
  void everyMeasureServesAMetric() {
    Set<Measure> used =
        MetricCatalogue.standard().metrics().stream()
            .flatMap(m -> Arrays.stream(new Measure[] {m.numerator(), m.denominator()}))
            .filter(m -> m != null)
            .collect(Collectors.toSet());

    assertThat(used, is(Set.of(Measure.values())));
  }

  @Test
  void valuesOfOneCustomerCanBeCheckedByHand() {
    MeasureTotals totals = new MeasureTotals();
    CustomerTimeline timeline =
        CustomerTimeline.of(
            "c1",
            List.of(
                transaction("2026-01-05T00:00:00Z", 100),
                transaction("2026-01-06T00:00:00Z", 250)));
    new CustomerMeasures(timeline, CustomerVersions.of(timeline), JANUARY.plusDays(20), totals)
        .addEvents();

    List<KpiValue> values = KpiValues.of(totals, MetricCatalogue.standard(), JANUARY.plusDays(20));

    assertThat(value(values, "transaction_volume_minor"), is(350.0));
    assertThat(value(values, "transactions_per_active_customer"), is(2.0));
    assertThat(value(values, "new_customers"), is(1.0));
    assertThat(values.stream().noneMatch(KpiValue::isComplete), is(true));
    assertThat(names(values).contains("complaint_rate"), is(false));
  }

  @Test
  void aMeasureThatDoesNotExistIsRefusedByName() throws IOException {
    String yaml =
        Files.readString(Path.of("src/main/resources/metrics.yaml"))
            .replaceFirst("numerator: active_customers", "numerator: happy_customers");

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> MetricCatalogue.parse(new ByteArrayInputStream(yaml.getBytes(UTF_8))));

    assertThat(e.getMessage(), containsString("happy_customers"));
  }

  @Test
  void theDocumentShowsTheCatalogue() throws IOException {
    String markdown = MetricDocument.markdown(MetricCatalogue.standard());
    if (Boolean.getBoolean("growthline.regenerate")) {
      Files.writeString(DOCUMENT, markdown);
    }

    assertThat(
        "docs/metrics.md differs from metrics.yaml; regenerate with: ./mvnw -q -pl domain test"
            + " -Dtest=MetricCatalogueTest -Dgrowthline.regenerate=true",
        Files.readString(DOCUMENT).equals(markdown));
  }

  private static Set<String> names(List<KpiValue> values) {
    return values.stream().map(KpiValue::metric).collect(Collectors.toSet());
  }

  private static double value(List<KpiValue> values, String metric) {
    return values.stream()
        .filter(v -> v.metric().equals(metric) && v.dimension().equals("all"))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
