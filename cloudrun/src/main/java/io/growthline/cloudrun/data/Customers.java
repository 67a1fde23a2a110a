package io.growthline.cloudrun.data;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.scoring.Features;
import io.growthline.domain.scoring.Models;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is looked up by customer, kept in memory. Immutable and thread-safe. */
public final class Customers {
  private static final String PROFILES =
      TableSpec.of(Customer360Profile.class).columns().stream()
          .filter(column -> !column.pii())
          .map(ColumnSpec::name)
          .collect(
              Collectors.joining(
                  ", ",
                  "SELECT customer_id AS key, ",
                  " FROM marts.customer_360_profile ORDER BY key"));
  private static final String SCORES =
      "SELECT customer_id AS key, model, model_version, as_of, score, band"
          + " FROM scores.customer_scores ORDER BY key, model";
  private static final String REASONS =
      "SELECT customer_id AS key, model, position, feature, value, contribution, text"
          + " FROM scores.score_reasons ORDER BY key, model, position";

  private final KeyedRows profiles;
  private final KeyedRows scores;
  private final KeyedRows reasons;
  private final Map<String, KeyedRows> features;

  private Customers(
      KeyedRows profiles, KeyedRows scores, KeyedRows reasons, Map<String, KeyedRows> features) {
    this.profiles = profiles;
    this.scores = scores;
    this.reasons = reasons;
    this.features = features;
  }

  static Customers load(DuckDbSql warehouse) {
    Map<String, String> statements = new HashMap<>();
    statements.put(PROFILES, PROFILES);
    statements.put(SCORES, SCORES);
    statements.put(REASONS, REASONS);
    Models.ALL.forEach(model -> statements.put(model.name(), inputs(model.latest())));
    // Reading is half of what a start costs, so all processors share it.
    Map<String, KeyedRows> rows =
        statements.entrySet().parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    Map.Entry::getKey, entry -> KeyedRows.load(warehouse, entry.getValue())));
    return new Customers(
        rows.remove(PROFILES), rows.remove(SCORES), rows.remove(REASONS), Map.copyOf(rows));
  }

  /** The 360 profile, without what identifies a person. */
  public Optional<Row> profile(String customerId) {
    return profiles.find(customerId).stream().findFirst();
  }

  /** Scores by model. */
  public List<Row> scores(String customerId) {
    return scores.find(customerId);
  }

  /** Reasons of all scores by model, the strongest first. */
  public List<Row> reasons(String customerId) {
    return reasons.find(customerId);
  }

  /**
   * Inputs of a model, with {@code as_of}, the day up to which they are known, absent where the
   * table has none, and {@code vulnerable_customer}.
   *
   * @return empty for a customer who is unknown or has left
   */
  public Optional<Row> features(String model, String customerId) {
    return features.get(model).find(customerId).stream().findFirst();
  }

  /** The inputs as training saw them. */
  private static String inputs(Features<?> inputs) {
    return inputs.names().stream()
        .map(name -> inputs.sql(name) + " AS " + name)
        .collect(
            Collectors.joining(
                ", ",
                "SELECT customer_id AS key, "
                    + (inputs.table().has("as_of") ? "as_of" : "CAST(NULL AS DATE) AS as_of")
                    + ", "
                    + (inputs.table().has("vulnerable_customer")
                        ? "vulnerable_customer"
                        : "coalesce(customer_id IN (SELECT customer_id FROM"
                            + " marts.customer_360_profile WHERE vulnerable_customer), false)"
                            + " AS vulnerable_customer")
                    + ", ",
                " FROM " + inputs.table().id() + " ORDER BY key"));
  }
}
