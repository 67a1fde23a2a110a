package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.CustomerGroup;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.domain.monitoring.StreamedFile;
import io.growthline.pipelines.models.SqlRows;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What ingest knows of what it has taken in. It is published with the raw tables, so that both
 * always agree.
 *
 * @param ledger files that are in the tables
 * @param accounts what became of their records
 * @param groups which run changed raw rows of each group of customers last
 * @param streamed paths of files whose rows a streaming job has appended, and that no batch run has
 *     read since
 */
record Ingested(
    List<LandedFile> ledger,
    List<SourceAccount> accounts,
    List<CustomerGroup> groups,
    Set<String> streamed) {
  private static final TableSpec<LandedFile> LEDGER = TableSpec.of(LandedFile.class);
  private static final TableSpec<SourceAccount> ACCOUNTS = TableSpec.of(SourceAccount.class);
  private static final TableSpec<CustomerGroup> GROUPS = TableSpec.of(CustomerGroup.class);
  private static final TableSpec<StreamedFile> STREAMED = TableSpec.of(StreamedFile.class);

  /** What is published. */
  static Ingested published(StageOptions options) {
    try (SqlWarehouse sql = Warehouses.sql(options)) {
      SqlRows rows = new SqlRows(sql);
      List<LandedFile> ledger = rows.read(LEDGER);
      return new Ingested(
          ledger, rows.read(ACCOUNTS), rows.read(GROUPS), unsettled(rows.read(STREAMED), ledger));
    }
  }

  private static Set<String> unsettled(List<StreamedFile> streamed, List<LandedFile> ledger) {
    // A rebuild, which is the oldest run that the ledger knows, has replaced all appended rows.
    Instant rebuilt =
        ledger.stream().map(LandedFile::ingestedAt).min(Instant::compareTo).orElse(Instant.MIN);
    Set<String> settled = ledger.stream().map(LandedFile::path).collect(Collectors.toSet());
    return streamed.stream()
        .filter(file -> !file.streamedAt().isBefore(rebuilt))
        .map(StreamedFile::path)
        .filter(path -> !settled.contains(path))
        .collect(Collectors.toSet());
  }

  /** Whether nobody has published since. What streaming appends in the meantime does not count. */
  boolean isStill(Ingested now) {
    return Set.copyOf(ledger).equals(Set.copyOf(now.ledger))
        && Set.copyOf(accounts).equals(Set.copyOf(now.accounts))
        && Set.copyOf(groups).equals(Set.copyOf(now.groups));
  }

  /** The groups after a run that changed some of them. */
  List<CustomerGroup> groups(Set<Integer> changed, String runId) {
    Map<Long, CustomerGroup> after = new TreeMap<>();
    groups.forEach(group -> after.put(group.customerGroup(), group));
    changed.forEach(group -> after.put((long) group, new CustomerGroup(group, runId)));
    return List.copyOf(after.values());
  }

  /** Stages this for publication; it is known only after the job. */
  void stage(WarehouseWriter writer) {
    writer.stageRows(ledger, LEDGER);
    writer.stageRows(accounts, ACCOUNTS);
    writer.stageRows(groups, GROUPS);
  }
}
