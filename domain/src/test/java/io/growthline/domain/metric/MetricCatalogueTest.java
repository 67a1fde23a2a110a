package io.growthline.domain.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertRefused("dimensions: [region, income_segment]", "dimensions: [shoe_size]", "shoe_size");
    assertRefused("raw.sessions", "raw.seances", "raw.seances");
    assertRefused("direction: up_is_good", "direction: sideways", "active_customers");
    assertRefused("grains: [week, month, quarter]", "grains: [fortnight]", "fortnight");
    assertRefused("window: year", "window: decade", "window must be all, year or a number");
    assertRefused("type: cumulative", "type: accumulated", "accumulated");
    assertRefused("owner: growth", "proprietor: growth", "owner");
  }

  @Test
  void namesOfMetricsAreUnique() throws IOException {
    assertRefused("name: new_customers", "name: active_customers", "is defined twice");
  }

  @Test
  void aMeasureOfEventsOnlyHasTheDimensionsOfTheirTable() throws IOException {
    assertRefused(
        "dimensions: [all, region]\n",
        "dimensions: [all, income_segment]\n",
        "customer_acquisition_cost_minor has the dimension income_segment, but"
            + " campaign_spend_minor has not");
  }

  @Test
  void metricsAreNotBrokenDownByWhatIdentifiesAPerson() throws IOException {
    for (String column : new String[] {"email", "customer_id", "valid_from"}) {
      assertRefused(
          "dimensions: [region, income_segment]",
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

    assertThat(e.getMessage(), allOf(containsString("Metric"), containsString(problem)));
  }
}
