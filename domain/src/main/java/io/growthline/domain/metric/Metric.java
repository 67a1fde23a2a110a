package io.growthline.domain.metric;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The one definition of a metric.
 *
 * @param name identifies it
 * @param owner team that answers for it
 * @param description what it shows
 * @param formula how it is computed, for people
 * @param unit unit of the value
 * @param direction {@code up_is_good}, {@code down_is_good} or {@code neutral}
 * @param risk how it misleads
 * @param sourceTables raw tables it is computed from
 * @param dimensions dimensions it is broken down by
 * @param grains lengths of the periods that it has values for; months when absent
 * @param value how it is computed
 * @param maturityDays days after the period's end until it is complete
 */
public record Metric(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String owner,
    @JsonProperty(required = true) String description,
    @JsonProperty(required = true) String formula,
    @JsonProperty(required = true) String unit,
    @JsonProperty(required = true) String direction,
    @JsonProperty(required = true) String risk,
    @JsonProperty(required = true) List<String> sourceTables,
    @JsonProperty(required = true) List<String> dimensions,
    List<Grain> grains,
    @JsonProperty(required = true) Calculation value,
    int maturityDays) {
  public Metric {
    sourceTables = List.copyOf(sourceTables);
    dimensions = List.copyOf(dimensions);
    grains = grains == null ? List.of(Grain.MONTH) : List.copyOf(grains);
  }
}
