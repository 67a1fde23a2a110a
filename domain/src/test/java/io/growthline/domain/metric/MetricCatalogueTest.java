package io.growthline.domain.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.monitoring.MetricLineage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricCatalogueTest {
  private static final Path DOCUMENT = Path.of("../docs/metrics.md");

  @Test
  void everyMeasureServesAMetricOrWithholdsOne() {
    Set<String> used =
        MetricCatalogue.standard().metrics().stream()
            .flatMap(metric -> metric.value().measures().stream())
            .flatMap(measure -> Stream.concat(Stream.of(measure), measure.withholding().stream()))
            .map(Measure::id)
            .collect(Collectors.toSet());

    assertThat(used, is(Measures.ALL.stream().map(Measure::id).collect(Collectors.toSet())));
  }

  @Test
  void namesOfMeasuresAreUnique() {
    assertThat(Measures.ALL.stream().map(Measure::id).distinct().count(), is(size()));
  }

  private static long size() {
    return Measures.ALL.size();
  }

  @Test
  void whatDoesNotExistIsRefusedByName() throws IOException {
    assertRefused("measure: active_customers", "measure: happy_customers", "happy_customers");
    assertRefused(
        "dimensions: [region, income_segment, plan, channel]",
        "dimensions: [shoe_size]",
        "shoe_size");
    assertRefused("direction: up_is_good", "direction: sideways", "sideways is unknown");
    assertRefused("grains: [week, month, quarter]", "grains: [fortnight]", "fortnight");
    assertRefused("window: year", "window: decade", "window must be all, year or a number");
    assertRefused("type: ratio", "type: share", "share");
    assertRefused("owner: growth", "proprietor: growth", "owner");
    assertRefused("via: marts.fct_activation", "via: marts.fct_fiction", "marts.fct_fiction");
  }

  @Test
  void aMetricWithoutWhatGovernsItIsRefusedWithItsLine() throws IOException {
    String first = "metrics.yaml, line 16, metric customers: ";
    assertRefused("    question: How many customers have we won so far?\n", "", "question");
    assertRefused(
        "    no_target: its level depends on the size of the bank; its growth is judged\n",
        "",
        first + "give a target, or the reason under no_target");
    assertRefused(
        "    null_policy: Never in or after its first month with data; 0 says that nothing happened.",
        "    null_policy: ' '",
        first + "a text is missing");
    assertRefused(
        "raw.customer_profiles: [account_opened_on]",
        "raw.seances: [account_opened_on]",
        first + "the raw table raw.seances is unknown");
    assertRefused(
        "raw.customer_profiles: [account_opened_on]",
        "raw.customer_profiles: [shoe_size]",
        first + "the column raw.customer_profiles.shoe_size is unknown");
    assertRefused("goal: 0.03, warn: 0.05", "goal: 0.05, warn: 0.03", "goal must lie within warn");
  }

  @Test
  void aMetricNamesTheTablesOfItsMeasures() throws IOException {
    assertRefused(
        "      raw.sessions: [occurred_at]\n",
        "",
        "active_customers comes from [raw.transactions, raw.sessions, raw.feature_uses], which"
            + " sources leave out");
  }

  @Test
  void lineageNamesEveryColumnOfEveryMetricOnce() {
    List<MetricLineage> rows = MetricLineages.of(MetricCatalogue.standard());

    assertThat(
        rows.stream().map(r -> r.metric() + r.tableName() + r.columnName()).distinct().count(),
        is((long) rows.size()));
    assertThat(
        rows.stream().map(MetricLineage::metric).distinct().toList(),
        is(MetricCatalogue.standard().metrics().stream().map(Metric::name).toList()));
    assertThat(
        rows.stream()
            .filter(r -> r.metric().equals("funding_rate_d7") && r.columnName().equals("step"))
            .map(r -> r.tableName() + " " + r.via())
            .toList(),
        is(List.of("raw.onboarding_steps marts.fct_activation")));
  }

  @Test
  void namesOfMetricsAreUnique() throws IOException {
    assertRefused("name: new_customers\n", "name: active_customers\n", "is defined twice");
  }

  @Test
  void aMeasureOfEventsOnlyHasTheDimensionsOfTheirTable() throws IOException {
    assertRefused(
        "dimensions: [all, region, channel]\n",
        "dimensions: [all, income_segment]\n",
        "metric campaign_spend_minor: has the dimension income_segment, but campaign_spend_minor"
            + " has not");
  }

  @Test
  void metricsAreNotBrokenDownByWhatIdentifiesAPerson() throws IOException {
    for (String column : new String[] {"email", "customer_id", "valid_from"}) {
      assertRefused(
          "dimensions: [region, income_segment, plan, channel]",
          "dimensions: [" + column + "]",
          "Metrics cannot be broken down by " + column);
    }
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

  private static void assertRefused(String text, String replacement, String problem)
      throws IOException {
    String yaml = Files.readString(Path.of("src/main/resources/metrics.yaml"));
    assertThat(yaml, containsString(text));
    byte[] changed = yaml.replace(text, replacement).getBytes(UTF_8);

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> MetricCatalogue.parse(new ByteArrayInputStream(changed)));

    assertThat(e.getMessage(), allOf(startsWith("metrics.yaml"), containsString(problem)));
  }
}
