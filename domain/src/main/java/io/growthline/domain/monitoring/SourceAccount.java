package io.growthline.domain.monitoring;

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
public record SourceAccount(
    String source,
    long read,
    long written,
    long duplicates,
    long deadLettered,
    long filtered,
    long late) {

  /** Whether {@code read = written + duplicates + deadLettered + filtered}. */
  public boolean balanced() {
    return read == written + duplicates + deadLettered + filtered;
  }
}
