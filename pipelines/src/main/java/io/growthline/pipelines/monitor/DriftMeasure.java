package io.growthline.pipelines.monitor;

import io.growthline.domain.monitoring.FeatureDrift;
import io.growthline.domain.monitoring.Measured;
import io.growthline.domain.monitoring.PopulationStability;
import io.growthline.domain.scoring.Distribution;
import io.growthline.domain.scoring.Distributions;
import io.growthline.domain.scoring.Features;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.Models;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares today's inputs and scores with the reference frozen with each model. The warehouse
 * counts the bins, so no customer leaves it.
 */
final class DriftMeasure {
  static final String SCORE = "score";

  // So that all features together give a false alarm no more often than one score (Bonferroni
  // 1936).
  private static final int FEATURES =
      Models.ALL.stream().mapToInt(model -> model.latest().names().size()).sum();

  private final SqlWarehouse warehouse;
  private final ModelRegistry registry;
  private final LocalDate asOf;

  DriftMeasure(SqlWarehouse warehouse, ModelRegistry registry, LocalDate asOf) {
    this.warehouse = warehouse;
    this.registry = registry;
    this.asOf = asOf;
  }

  /** One row for each input, and for the score, of each model in use. */
  List<FeatureDrift> measure() {
    return Models.ALL.stream().flatMap(model -> measure(model).stream()).toList();
  }

  private List<FeatureDrift> measure(ModelSpec<?, ?> model) {
    String name = model.name();
    Features<?> features = model.latest();
    String rows = model.candidates().sql();
    Map<String, Object> parameters = model.candidates().parameters(asOf);
    Optional<String> version = registry.production(name);
    if (version.isEmpty()) {
      return List.of();
    }
    List<Distribution> reference = registry.reference(name, version.get());
    String inputs =
        reference.stream()
            .filter(d -> !d.feature().equals(SCORE))
            .map(d -> count(d, features.sql(d.feature()), features.table().id(), rows))
            .collect(Collectors.joining(" UNION ALL "));
    Map<String, long[]> counts = counts(reference, inputs, parameters);
    String scores =
        reference.stream()
            .filter(d -> d.feature().equals(SCORE))
            .map(d -> count(d, SCORE, "scores.customer_scores", "model = @model"))
            .collect(Collectors.joining(" UNION ALL "));
    counts.putAll(counts(reference, scores, Map.of("model", name)));
    return reference.stream()
        .filter(d -> counts.containsKey(d.feature()))
        .map(d -> drift(name, version.get(), d, counts.get(d.feature())))
        .toList();
  }

  private FeatureDrift drift(String model, String version, Distribution reference, long[] counts) {
    Distribution current = Distributions.of(reference.feature(), reference.edges(), counts);
    Measured psi =
        PopulationStability.measure(
            reference,
            current,
            reference.feature().equals(SCORE) ? Measured.ERROR : Measured.ERROR / FEATURES);
    boolean known = !Double.isNaN(psi.value());
    return new FeatureDrift(
        model,
        version,
        asOf,
        reference.feature(),
        known ? psi.value() : null,
        known ? psi.lower() : null,
        known ? psi.upper() : null,
        reference.rows(),
        current.rows(),
        PopulationStability.status(psi).id());
  }

  // The bins of Distributions.bin, counted where the rows are.
  private static String count(Distribution reference, String value, String table, String rows) {
    StringBuilder bin = new StringBuilder("CASE");
    int edges = reference.edges().size();
    bin.append(" WHEN (%s) IS NULL THEN %d".formatted(value, edges + 1));
    for (int i = 0; i < edges; i++) {
      bin.append(" WHEN (%s) <= %s THEN %d".formatted(value, reference.edges().get(i), i));
    }
    bin.append(" ELSE ").append(edges).append(" END");
    return "SELECT '%s' AS feature, %s AS bin, COUNT(*) AS n FROM %s WHERE %s GROUP BY 1, 2"
        .formatted(reference.feature(), bin, table, rows);
  }

  private Map<String, long[]> counts(
      List<Distribution> reference, String sql, Map<String, ?> parameters) {
    Map<String, Integer> bins =
        reference.stream().collect(Collectors.toMap(Distribution::feature, d -> d.shares().size()));
    Map<String, long[]> counts = new HashMap<>();
    for (List<Object> row : warehouse.query(sql, parameters).rows()) {
      String feature = (String) row.get(0);
      int bin = ((Number) row.get(1)).intValue();
      counts.computeIfAbsent(feature, f -> new long[bins.get(f)])[bin] =
          ((Number) row.get(2)).longValue();
    }
    return counts;
  }
}
