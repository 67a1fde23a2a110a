package io.growthline.domain.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.growthline.domain.Sha256;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The demand models of all segments, as they lie in the model registry under {@code
 * pricing/VERSION/demand.json}.
 *
 * @param asOf everything known before this day is reflected
 * @param models one model for each segment, by name of the segment
 */
public record DemandModels(LocalDate asOf, List<DemandModel> models) {
  /** Name of the file in the model registry. */
  public static final String FILE = "demand.json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  public Optional<DemandModel> find(String segment) {
    return models.stream().filter(m -> m.segment().equals(segment)).findFirst();
  }

  /** As-of day and a digest of the content: equal models have equal versions. */
  public String version() {
    return asOf + "-" + new Sha256().add(toJson()).hex(4);
  }

  public String toJson() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Demand models cannot be written as JSON", e);
    }
  }

  /**
   * @throws IllegalArgumentException when the text is not what {@link #toJson()} wrote
   */
  public static DemandModels fromJson(String json) {
    try {
      return JSON.readValue(json, DemandModels.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "demand.json is not a demand model file; run the price stage again: "
              + e.getOriginalMessage(),
          e);
    }
  }
}
