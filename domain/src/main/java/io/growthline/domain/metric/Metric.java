package io.growthline.domain.metric;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The one definition of a metric.
 *
 * @param name identifies it
 * @param owner team that answers for it
 * @param question what the business asks that it answers
 * @param description what it shows
 * @param formula how it is computed, for people
 * @param unit unit of the value
 * @param direction {@code up_is_good}, {@code down_is_good} or {@code neutral}
 * @param target what the value should be; null with a reason
 * @param noTarget why there is no target; null with one
 * @param risk how it misleads
 * @param nullPolicy when the value is absent, and what is left out of it
 * @param sources raw columns that it is computed from, by table
 * @param via mart through which it is computed; may be absent
 * @param dimensions dimensions it is broken down by
 * @param grains lengths of the periods that it has values for; months when absent
 * @param value how it is computed
 * @param maturityDays days after the period's end until it is complete
 */
public record Metric(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String owner,
    @JsonProperty(required = true) String question,
    @JsonProperty(required = true) String description,
    @JsonProperty(required = true) String formula,
    @JsonProperty(required = true) String unit,
    @JsonProperty(required = true) String direction,
    Target target,
    String noTarget,
    @JsonProperty(required = true) String risk,
    @JsonProperty(required = true) String nullPolicy,
    @JsonProperty(required = true) Map<String, List<String>> sources,
    String via,
    @JsonProperty(required = true) List<String> dimensions,
    List<Grain> grains,
    @JsonProperty(required = true) Calculation value,
    int maturityDays) {
  private static final Set<String> DIRECTIONS = Set.of("up_is_good", "down_is_good", "neutral");

  /**
   * @throws IllegalArgumentException when a text is missing, a source does not exist, or there is
   *     neither a target nor a reason, or both
   */
  public Metric {
    sources = new TreeMap<>(sources);
    dimensions = List.copyOf(dimensions);
    grains = grains == null ? List.of(Grain.MONTH) : List.copyOf(grains);
    Stream.of(name, owner, question, description, formula, unit, risk, nullPolicy)
        .forEach(Metric::checkText);
    check(DIRECTIONS.contains(direction), "the direction " + direction + " is unknown");
    check((target == null) == (noTarget != null), "give a target, or the reason under no_target");
    if (target == null) {
      checkText(noTarget);
    } else {
      target.check(direction);
    }
    check(!sources.isEmpty(), "sources are missing");
    sources.forEach(Metric::checkSource);
    check(via == null || isMart(via), "the mart " + via + " is unknown");
  }

  private static void checkText(String text) {
    check(text != null && !text.isBlank(), "a text is missing");
  }

  private static void checkSource(String table, List<String> columns) {
    TableSpec<?> raw =
        Contracts.RAW.stream().filter(spec -> spec.id().equals(table)).findFirst().orElse(null);
    check(raw != null, "the raw table " + table + " is unknown");
    check(columns != null && !columns.isEmpty(), "columns of " + table + " are missing");
    List<String> known = raw.columns().stream().map(ColumnSpec::name).toList();
    for (String column : columns) {
      check(known.contains(column), "the column " + table + "." + column + " is unknown");
    }
  }

  private static boolean isMart(String table) {
    return table.startsWith("marts.") && Contracts.find(table).isPresent();
  }

  private static void check(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }
}
