package io.growthline.pipelines.bench.reference;

import static io.growthline.pipelines.bench.reference.ReferenceDatabase.literal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.metric.Measures;
import io.growthline.pipelines.run.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Marts from our raw tables, with the metrics of the catalogue. */
final class MartsReference implements Reference {
  @Override
  public String dataset() {
    return "marts";
  }

  @Override
  public void define(ReferenceDatabase database, DataDirectory data, LocalDate asOf)
      throws SQLException {
    database.execute("CREATE SCHEMA raw");
    LiveTables live = new LiveTables(data.warehouse());
    for (TableSpec<?> table : Contracts.RAW) {
      database.execute("CREATE VIEW " + table.id() + " AS " + live.select(table, table.columns()));
    }
    database.execute("CREATE MACRO as_of() AS TIMESTAMP " + literal(asOf.toString()));
    database.execute(metrics());
    database.execute(ReferenceDatabase.resource("marts.sql"));
  }

  // Sums and quotients of sums are what one statement computes for all metrics.
  private static String metrics() {
    List<String> values = new ArrayList<>();
    for (JsonNode metric : catalogue().get("metrics")) {
      String type = metric.at("/value/type").asText();
      if (type.equals("simple") || type.equals("ratio")) {
        values.add(values(metric, metric.get("value")));
      }
    }
    return "CREATE TEMP TABLE metrics(metric, unit, numerator, denominator, scale, maturity_days,"
        + " dimensions, sources) AS VALUES "
        + String.join(", ", values);
  }

  private static JsonNode catalogue() {
    try (InputStream yaml = Measures.class.getResourceAsStream("/metrics.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read metrics.yaml", e);
    }
  }

  private static String values(JsonNode metric, JsonNode value) {
    String numerator = value.path("measure").asText(value.path("numerator").asText());
    String denominator = value.path("denominator").asText(null);
    return Stream.of(
            literal(metric.get("name").asText()),
            literal(metric.get("unit").asText()),
            literal(numerator),
            denominator == null ? "NULL" : literal(denominator),
            value.path("scale").asDouble(1) + "::DOUBLE",
            Integer.toString(metric.path("maturity_days").asInt(0)),
            list(texts(metric.get("dimensions"))),
            sources(numerator, denominator))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** For each measure the tables of which one must have events. */
  private static String sources(String numerator, String denominator) {
    return Stream.of(numerator, denominator)
        .filter(Objects::nonNull)
        .map(measure -> Measures.find(measure).orElseThrow().sources())
        .filter(sources -> !sources.isEmpty())
        .map(MartsReference::list)
        .collect(Collectors.joining(", ", "[", "]::VARCHAR[][]"));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static String list(List<String> texts) {
    return texts.stream()
        .map(ReferenceDatabase::literal)
        .collect(Collectors.joining(", ", "[", "]::VARCHAR[]"));
  }
}
