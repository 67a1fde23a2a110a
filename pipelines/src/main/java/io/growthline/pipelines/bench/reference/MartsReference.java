package io.growthline.pipelines.bench.reference;

import static io.growthline.pipelines.bench.reference.ReferenceDatabase.literal;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.growth.Measure;
import io.growthline.domain.growth.Metric;
import io.growthline.domain.growth.MetricCatalogue;
import io.growthline.pipelines.run.DataDirectory;
import java.sql.SQLException;
import java.time.LocalDate;
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
    database.execute(metrics(MetricCatalogue.standard().metrics()));
    database.execute(ReferenceDatabase.resource("marts.sql"));
  }

  private static String metrics(List<Metric> metrics) {
    return "CREATE TEMP TABLE metrics(metric, unit, numerator, denominator, scale, maturity_days,"
        + " dimensions, sources) AS VALUES "
        + metrics.stream().map(MartsReference::values).collect(Collectors.joining(", "));
  }

  private static String values(Metric metric) {
    List<String> sources =
        Stream.of(metric.numerator(), metric.denominator())
            .filter(Objects::nonNull)
            .map(Measure::source)
            .filter(source -> !source.isEmpty())
            .toList();
    return Stream.of(
            literal(metric.name()),
            literal(metric.unit()),
            literal(metric.numerator().id()),
            metric.denominator() == null ? "NULL" : literal(metric.denominator().id()),
            metric.scale() + "::DOUBLE",
            Integer.toString(metric.maturityDays()),
            list(metric.dimensions()),
            list(sources))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String list(List<String> texts) {
    return texts.stream()
        .map(ReferenceDatabase::literal)
        .collect(Collectors.joining(", ", "[", "]::VARCHAR[]"));
  }
}
