package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.monitoring.SourceAccount;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts what became of the rows of a bucket, by landing source and raw table. */
final class Tally {
  private final Map<String, long[][]> sources = new TreeMap<>();
  private String lastSource;
  private long[][] last;

  /** What can become of a row. */
  enum Outcome {
    WRITTEN,
    DUPLICATES,
    FILTERED,
    LATE
  }

  void add(String source, int table, Outcome outcome, long rows) {
    // Rows of one source follow each other.
    if (!source.equals(lastSource)) {
      lastSource = source;
      last = sources.computeIfAbsent(source, s -> new long[Contracts.RAW.size()][]);
    }
    if (last[table] == null) {
      last[table] = new long[Outcome.values().length];
    }
    last[table][outcome.ordinal()] += rows;
  }

  /** One account for each source and table that has rows. */
  void forEach(Consumer<SourceAccount> consumer) {
    sources.forEach(
        (source, tables) -> {
          for (int table = 0; table < tables.length; table++) {
            if (tables[table] != null) {
              consumer.accept(account(source, Contracts.RAW.get(table).name(), tables[table]));
            }
          }
        });
  }

  private static SourceAccount account(String source, String table, long[] counts) {
    return new SourceAccount(
        source,
        table,
        0,
        counts[Outcome.WRITTEN.ordinal()],
        counts[Outcome.DUPLICATES.ordinal()],
        0,
        counts[Outcome.FILTERED.ordinal()],
        counts[Outcome.LATE.ordinal()]);
  }
}
