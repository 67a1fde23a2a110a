package io.growthline.domain.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the records that one landing source delivered for one raw table. */
@Table(
    dataset = "monitoring",
    name = "source_accounts",
    grain = "one landing source and the raw table that its records were meant for",
    description = "What became of all records that are in the landing place.",
    key = {"source", "table_name"})
@JsonIgnoreProperties(value = "balanced", allowGetters = true)
public record SourceAccount(
    @Column("Landing source: a folder of the landing place.") String source,
    @Column("Raw table; 'unassigned' for records that were meant for none.") String tableName,
    @Column("Records that entered.") long read,
    @Column("Records that were kept.") long written,
    @Column("Records dropped because the event was known.") long duplicates,
    @Column("Records rejected.") long deadLettered,
    @Column("Records that the source mapping, or the range of days asked for, leaves out.")
        long filtered,
    @Column("Kept records that were ingested more than 24 hours after they occurred.") long late) {
  /** Table of records that were meant for none. */
  public static final String UNASSIGNED = "unassigned";

  private static final Comparator<SourceAccount> ORDER =
      Comparator.comparing(SourceAccount::source).thenComparing(SourceAccount::tableName);

  /** An account in which nothing has happened yet. */
  public static SourceAccount none(String source, String tableName) {
    return new SourceAccount(source, tableName, 0, 0, 0, 0, 0, 0);
  }

  /** Accounts added up by source and table, in that order. */
  public static List<SourceAccount> sum(Collection<SourceAccount> accounts) {
    Map<SourceAccount, SourceAccount> sums = new TreeMap<>(ORDER);
    accounts.forEach(a -> sums.merge(none(a.source, a.tableName), a, SourceAccount::plus));
    return List.copyOf(sums.values());
  }

  /** Whether {@code read = written + duplicates + deadLettered + filtered}. */
  @JsonProperty
  public boolean balanced() {
    return read == written + duplicates + deadLettered + filtered;
  }

  /** This account and another one of the same source and table together. */
  public SourceAccount plus(SourceAccount other) {
    return new SourceAccount(
        source,
        tableName,
        read + other.read,
        written + other.written,
        duplicates + other.duplicates,
        deadLettered + other.deadLettered,
        filtered + other.filtered,
        late + other.late);
  }
}
