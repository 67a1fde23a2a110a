package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.Dataset;
import com.google.api.services.bigquery.model.JobConfigurationTableCopy;
import com.google.api.services.bigquery.model.TableReference;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.PartitionRange;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.Write.CreateDisposition;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.Write.WriteDisposition;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.DatasetService;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.JobService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One publication: a copy job for each table, or each of its days. Each is one step: when some
 * fail, the other tables and days are new all the same. It ends when all have ended, so that none
 * still reads a staged table when the caller removes it.
 */
final class BigQueryPublication {
  private static final Logger LOG = LoggerFactory.getLogger(BigQueryPublication.class);

  private final String project;
  private final String runId;
  private final JobService jobs;
  private final DatasetService datasets;
  private final BigQueryStatements statements;
  private final Set<TableSpec<?>> tables = new LinkedHashSet<>();
  private final Map<TableSpec<?>, TableSettings> before = new HashMap<>();
  private final Map<TableSpec<?>, Set<LocalDate>> days = new HashMap<>();
  private final List<TableCopy> copies = new ArrayList<>();
  private final Map<String, String> failures = new TreeMap<>();

  BigQueryPublication(
      String project,
      String runId,
      JobService jobs,
      DatasetService datasets,
      BigQueryStatements statements) {
    this.project = project;
    this.runId = runId;
    this.jobs = jobs;
    this.datasets = datasets;
    this.statements = statements;
  }

  /** Is to replace a whole table. */
  void replace(TableSpec<?> table) throws InterruptedException {
    tables.add(table);
    copy(table, List.of(Optional.empty()));
  }

  /** Is to replace days of a table; those without staged rows become empty at once. */
  void replaceDays(TableSpec<?> table, Set<LocalDate> replaced) throws InterruptedException {
    tables.add(table);
    if (replaced.isEmpty()) {
      return;
    }
    try {
      Set<LocalDate> filled =
          statements.withRows(BigQueryTables.staged(project, table, runId), table);
      // A partition that does not exist can be the source of no copy job.
      Set<LocalDate> emptied = new TreeSet<>(replaced);
      emptied.removeAll(filled);
      if (!emptied.isEmpty()) {
        statements.delete(BigQueryTables.published(project, table), table, emptied);
      }
      days.put(table, new TreeSet<>(replaced));
      filled.retainAll(replaced);
      copy(table, filled.stream().map(Optional::of).toList());
    } catch (RuntimeException e) {
      fail(table, e.getMessage());
    }
  }

  /**
   * Runs all copies.
   *
   * @return rows that each table has now
   * @throws IllegalStateException that names the tables which could not be published
   */
  Map<String, Long> finish() throws IOException, InterruptedException {
    Map<TableCopy, String> failed = new CopyJobs(project, jobs).run(copies);
    for (TableCopy copy : copies) {
      if (failed.containsKey(copy)) {
        fail(copy.table(), failed.get(copy) + daysOf(copy.table(), failed.keySet()));
      }
    }
    Map<String, Long> rows = new TreeMap<>();
    for (TableSpec<?> table : tables) {
      if (!failures.containsKey(table.id())) {
        rows.put(table.id(), rowsOf(table));
      }
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException(
          "Cannot publish run %s to bq://%s: %d of %d tables failed: %s. Apply the Terraform schemas and run the stage again."
              .formatted(runId, project, failures.size(), tables.size(), failures));
    }
    return rows;
  }

  private long rowsOf(TableSpec<?> table) throws IOException, InterruptedException {
    if (before.containsKey(table)) {
      restore(table, before.get(table));
    }
    BigInteger count = datasets.getTable(BigQueryTables.published(project, table)).getNumRows();
    return count == null ? 0 : count.longValueExact();
  }

  private void restore(TableSpec<?> table, TableSettings settings)
      throws IOException, InterruptedException {
    TableSettings found = TableSettings.of(project, table, datasets);
    List<String> changed = settings.changedIn(found);
    if (changed.isEmpty()) {
      return;
    }
    LOG.warn("A copy changed of {}: {}. Putting it back.", table.id(), changed);
    try {
      statements.restore(BigQueryTables.published(project, table), settings, found);
    } catch (IllegalStateException e) {
      LOG.error("The settings of {} cannot be put back: {}", table.id(), e.getMessage());
    }
    List<String> lost = settings.changedIn(TableSettings.of(project, table, datasets));
    if (!lost.isEmpty()) {
      fail(table, "the copy changed its " + String.join(", ", lost));
    }
  }

  private void copy(TableSpec<?> table, List<Optional<LocalDate>> parts)
      throws InterruptedException {
    try {
      before.put(table, TableSettings.of(project, table, datasets));
      Dataset dataset = datasets.getDataset(project, table.dataset());
      String location = dataset == null ? null : dataset.getLocation();
      for (Optional<LocalDate> day : parts) {
        copies.add(new TableCopy(table, day, location, configuration(table, day)));
      }
    } catch (IOException | IllegalStateException e) {
      fail(table, e.getMessage());
    }
  }

  private JobConfigurationTableCopy configuration(TableSpec<?> table, Optional<LocalDate> day) {
    String partition = day.map(d -> "$" + d.format(DateTimeFormatter.BASIC_ISO_DATE)).orElse("");
    return new JobConfigurationTableCopy()
        .setSourceTables(List.of(part(BigQueryTables.staged(project, table, runId), partition)))
        .setDestinationTable(part(BigQueryTables.published(project, table), partition))
        .setCreateDisposition(CreateDisposition.CREATE_NEVER.name())
        .setWriteDisposition(WriteDisposition.WRITE_TRUNCATE.name());
  }

  /**
   * Which days of a table are new and which are not; nothing for one that is replaced as a whole.
   */
  private String daysOf(TableSpec<?> table, Set<TableCopy> failed) {
    if (!days.containsKey(table)) {
      return "";
    }
    Set<LocalDate> old = new TreeSet<>();
    failed.stream()
        .filter(copy -> copy.table().equals(table))
        .forEach(copy -> copy.day().ifPresent(old::add));
    Set<LocalDate> replaced = new TreeSet<>(days.get(table));
    replaced.removeAll(old);
    return " (old: " + ranges(table, old) + "; new: " + ranges(table, replaced) + ")";
  }

  private static String ranges(TableSpec<?> table, Set<LocalDate> days) {
    return days.isEmpty()
        ? "none"
        : PartitionRange.of(table.id(), days).stream()
            .map(r -> r.days() == 1 ? r.from().toString() : r.from() + " to " + r.to())
            .collect(Collectors.joining(", "));
  }

  private void fail(TableSpec<?> table, String reason) {
    failures.putIfAbsent(table.id(), reason);
  }

  private static TableReference part(TableReference table, String partition) {
    return table.setTableId(table.getTableId() + partition);
  }
}
