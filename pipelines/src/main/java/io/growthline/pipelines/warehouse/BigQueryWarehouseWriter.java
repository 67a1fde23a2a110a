package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.Dataset;
import com.google.api.services.bigquery.model.ErrorProto;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.JobConfigurationTableCopy;
import com.google.api.services.bigquery.model.JobReference;
import com.google.api.services.bigquery.model.TableReference;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.Write.CreateDisposition;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.Write.WriteDisposition;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.DatasetService;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.JobService;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes tables of one project with load jobs into the dataset {@code staging}; publishing copies
 * them over the tables that Terraform created. Each table is replaced in one step.
 */
final class BigQueryWarehouseWriter implements WarehouseWriter {
  private final String project;
  private final String runId;
  private final BigQueryServices services;
  private final BigQueryOptions options;
  private final Set<TableSpec<?>> staged = new LinkedHashSet<>();
  private final Set<TableSpec<?>> stagedDays = new HashSet<>();

  BigQueryWarehouseWriter(
      String project, String runId, BigQueryServices services, BigQueryOptions options) {
    this.project = project;
    this.runId = runId;
    this.services = services;
    this.options = options;
  }

  @Override
  public <T extends Record> void stage(PCollection<T> rows, TableSpec<T> table) {
    if (!staged.add(table)) {
      throw new IllegalArgumentException(table.id() + " is staged twice in run " + runId);
    }
    Class<T> type = table.type();
    BigQueryIO.Write<T> write =
        BigQueryIO.<T>write()
            .to(BigQueryTables.staged(project, table, runId))
            .withSchema(BigQueryTables.schema(table))
            .withAvroFormatFunction(r -> AvroRows.of(type).toAvro(r.getElement()))
            .withAvroSchemaFactory(schema -> AvroRows.of(type).schema())
            .useAvroLogicalTypes()
            .withMethod(BigQueryIO.Write.Method.FILE_LOADS)
            .withCreateDisposition(CreateDisposition.CREATE_IF_NEEDED)
            .withWriteDisposition(WriteDisposition.WRITE_TRUNCATE)
            .withTestServices(services)
            .withoutValidation();
    if (table.partition().isPresent()) {
      write = write.withTimePartitioning(BigQueryTables.partitioning(table).orElseThrow());
    }
    if (table.partition().isPresent() && !table.cluster().isEmpty()) {
      write = write.withClustering(BigQueryTables.clustering(table).orElseThrow());
    }
    rows.apply("Write " + table.id(), write);
  }

  @Override
  public <T extends Record> void stageDays(PCollection<T> rows, TableSpec<T> table) {
    if (table.partition().isEmpty()) {
      throw new IllegalArgumentException(table.id() + " is not partitioned");
    }
    stage(rows, table);
    stagedDays.add(table);
  }

  @Override
  public Map<String, Long> publish(Map<String, Set<LocalDate>> days) {
    try (JobService jobs = services.getJobService(options);
        DatasetService datasets = services.getDatasetService(options)) {
      Map<JobReference, TableSpec<?>> copies = new LinkedHashMap<>();
      for (TableSpec<?> table : staged) {
        for (String partition : partitions(table, days)) {
          startCopy(table, partition, jobs, datasets).ifPresent(job -> copies.put(job, table));
        }
      }
      for (Map.Entry<JobReference, TableSpec<?>> copy : copies.entrySet()) {
        await(copy.getValue(), copy.getKey(), jobs);
      }
      Map<String, Long> rows = new TreeMap<>();
      for (TableSpec<?> table : staged) {
        rows.put(table.id(), rows(table, datasets));
      }
      discard();
      return rows;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Publishing run " + runId + " was interrupted", e);
    } catch (IllegalStateException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Cannot publish run " + runId + " to bq://" + project, e);
    }
  }

  @Override
  public void discard() {
    try (DatasetService datasets = services.getDatasetService(options)) {
      for (TableSpec<?> table : staged) {
        TableReference reference = BigQueryTables.staged(project, table, runId);
        if (datasets.getTable(reference) != null) {
          datasets.deleteTable(reference);
        }
      }
      staged.clear();
      stagedDays.clear();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Discarding run " + runId + " was interrupted", e);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot discard run " + runId + " of bq://" + project, e);
    }
  }

  /** Partition decorators to copy; the empty one stands for the whole table. */
  private List<String> partitions(TableSpec<?> table, Map<String, Set<LocalDate>> days) {
    return stagedDays.contains(table)
        ? days.getOrDefault(table.id(), Set.of()).stream()
            .sorted()
            .map(day -> "$" + day.format(DateTimeFormatter.BASIC_ISO_DATE))
            .toList()
        : List.of("");
  }

  private Optional<JobReference> startCopy(
      TableSpec<?> table, String partition, JobService jobs, DatasetService datasets)
      throws IOException, InterruptedException {
    TableReference source = part(BigQueryTables.staged(project, table, runId), partition);
    TableReference target = part(BigQueryTables.published(project, table), partition);
    if (!partition.isEmpty() && datasets.isTableEmpty(source)) {
      datasets.deleteTable(target);
      return Optional.empty();
    }
    Dataset dataset = datasets.getDataset(project, table.dataset());
    JobReference reference =
        new JobReference()
            .setProjectId(project)
            .setLocation(dataset == null ? null : dataset.getLocation())
            .setJobId("growthline_publish_" + table.name() + "_" + UUID.randomUUID());
    jobs.startCopyJob(
        reference,
        new JobConfigurationTableCopy()
            .setSourceTables(List.of(source))
            .setDestinationTable(target)
            .setCreateDisposition(CreateDisposition.CREATE_NEVER.name())
            .setWriteDisposition(WriteDisposition.WRITE_TRUNCATE.name()));
    return Optional.of(reference);
  }

  private static TableReference part(TableReference table, String partition) {
    return table.setTableId(table.getTableId() + partition);
  }

  private void await(TableSpec<?> table, JobReference reference, JobService jobs)
      throws InterruptedException {
    Job job = jobs.pollJob(reference, Integer.MAX_VALUE);
    ErrorProto error = job == null ? null : job.getStatus().getErrorResult();
    if (job == null || error != null) {
      throw new IllegalStateException(
          "Cannot publish "
              + table.id()
              + " to bq://"
              + project
              + ": "
              + (error == null ? "the copy job is unknown" : error.getMessage())
              + ". Staged tables are kept; apply the Terraform schemas and run again.");
    }
  }

  private long rows(TableSpec<?> table, DatasetService datasets)
      throws IOException, InterruptedException {
    BigInteger rows = datasets.getTable(BigQueryTables.published(project, table)).getNumRows();
    return rows == null ? 0 : rows.longValueExact();
  }
}
