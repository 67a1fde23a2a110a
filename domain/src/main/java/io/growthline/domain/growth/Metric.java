package io.growthline.domain.growth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The one definition of a metric. Its value is {@code scale} times the sum of the numerator, over
 * the sum of the denominator where there is one.
 *
 * @param name identifies it
 * @param owner team that answers for it
 * @param description what it tells
 * @param formula how it is computed, for people
 * @param unit unit of the value
 * @param direction {@code up_is_good}, {@code down_is_good} or {@code neutral}
 * @param risk how it misleads
 * @param sourceTables raw tables it is computed from
 * @param dimensions dimensions it is broken down by
 * @param numerator measure
 * @param denominator measure; null for a plain sum
 * @param scale factor, usually 1
 * @param maturityDays days after the month's end until it is complete
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
    @JsonProperty(required = true) Measure numerator,
    Measure denominator,
    double scale,
    int maturityDays) {

  /** Checks what the YAML binding cannot. */
  public Metric {
    if (scale <= 0) {
      throw new IllegalArgumentException("Metric " + name + " needs a scale above 0");
    }
    sourceTables = List.copyOf(sourceTables);
    dimensions = List.copyOf(dimensions);
  }
}
