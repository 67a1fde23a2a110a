package io.growthline.domain.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The account of one landing source under the conservation law.
 *
 * @param source name of the source
 * @param read records that entered
 * @param written records that were kept
 * @param duplicates records dropped because the event was known
 * @param deadLettered records rejected
 * @param filtered records that the source mapping leaves out on purpose
 * @param late kept records that were ingested more than 24 hours after they occurred
 */
@JsonIgnoreProperties(value = "balanced", allowGetters = true)
public record SourceAccount(
    String source,
    long read,
    long written,
    long duplicates,
    long deadLettered,
    long filtered,
    long late) {

  /** Whether {@code read = written + duplicates + deadLettered + filtered}. */
  @JsonProperty
  public boolean balanced() {
    return read == written + duplicates + deadLettered + filtered;
  }

  /** An account in which nothing has happened yet. */
  public static SourceAccount none(String source) {
    return new SourceAccount(source, 0, 0, 0, 0, 0, 0);
  }

  /** This account and another one of the same source together. */
  public SourceAccount plus(SourceAccount other) {
    return new SourceAccount(
        source,
        read + other.read,
        written + other.written,
        duplicates + other.duplicates,
        deadLettered + other.deadLettered,
        filtered + other.filtered,
        late + other.late);
  }
}
