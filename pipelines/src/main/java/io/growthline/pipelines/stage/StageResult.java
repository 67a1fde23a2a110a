package io.growthline.pipelines.stage;

import io.growthline.domain.monitoring.SourceAccount;
import java.util.List;
import java.util.Map;

/**
 * What a stage reports to the run.
 *
 * @param status {@code succeeded}, {@code failed} or {@code blocked}
 * @param sources accounts of the landing sources; ingest alone has them
 * @param tables rows by {@code dataset.table} of what was published
 * @param notes what a person should know, one sentence each
 */
public record StageResult(
    String status, List<SourceAccount> sources, Map<String, Long> tables, List<String> notes) {

  /** A stage that published tables. */
  public static StageResult succeeded(Map<String, Long> tables, List<String> notes) {
    return new StageResult("succeeded", List.of(), tables, notes);
  }
}
