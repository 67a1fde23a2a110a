package io.growthline.pipelines.warehouse;

import com.google.api.client.util.Data;
import com.google.api.services.bigquery.model.ErrorProto;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.JobConfigurationTableCopy;
import com.google.api.services.bigquery.model.JobReference;
import com.google.api.services.bigquery.model.JobStatus;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableRow;
import io.growthline.domain.contract.Micros;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.io.gcp.testing.FakeDatasetService;
import org.apache.beam.sdk.io.gcp.testing.FakeJobService;

/**
 * Beam's fake with copy jobs that keep typed values and count rows, as BigQuery does; the original
 * keeps text as it came from the load file, which its own extract jobs cannot write.
 */
final class CopyingJobService extends FakeJobService {
  private static final String COPY = "growthline_publish_";

  private final String failing;
  private final Set<String> failed = ConcurrentHashMap.newKeySet();

  /**
   * @param failing name of a table, or {@code table$day}, to which copies fail; empty for none
   */
  CopyingJobService(String failing) {
    this.failing = failing;
  }

  @Override
  public synchronized void startCopyJob(JobReference job, JobConfigurationTableCopy copy)
      throws IOException {
    FakeDatasetService datasets = new FakeDatasetService();
    String[] target = copy.getDestinationTable().getTableId().split("\\$");
    if (target[0].equals(failing) || copy.getDestinationTable().getTableId().equals(failing)) {
      failed.add(job.getJobId());
      return;
    }
    TableReference source = copy.getSourceTables().get(0).clone();
    TableReference destination = copy.getDestinationTable().clone().setTableId(target[0]);
    source.setTableId(source.getTableId().split("\\$")[0]);
    try {
      Table from = datasets.getTable(source);
      Table to = datasets.getTable(destination);
      if (from == null || to == null) {
        throw new IOException("Not found: source or destination of the copy to " + destination);
      }
      if (target.length == 1) {
        replace(from, destination, rows(from));
      } else {
        LocalDate day = LocalDate.parse(target[1], DateTimeFormatter.BASIC_ISO_DATE);
        List<TableRow> rows = new ArrayList<>(rows(to));
        rows.removeIf(row -> FakeStatements.day(row, to).equals(day));
        List<TableRow> added =
            rows(from).stream().filter(row -> FakeStatements.day(row, from).equals(day)).toList();
        if (added.isEmpty()) {
          throw new IOException("Not found: partition " + copy.getSourceTables().get(0));
        }
        rows.addAll(added);
        replace(to, destination, rows);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public Job pollJob(JobReference job, int maxAttempts) throws InterruptedException {
    if (!job.getJobId().startsWith(COPY)) {
      return super.pollJob(job, maxAttempts);
    }
    JobStatus status = new JobStatus().setState("DONE");
    return new Job()
        .setJobReference(job)
        .setStatus(
            failed.contains(job.getJobId())
                ? status.setErrorResult(new ErrorProto().setMessage("Not found: Table"))
                : status);
  }

  /** Rows of a table with the types of its columns. */
  static List<TableRow> rows(Table table) throws IOException, InterruptedException {
    TableReference reference = table.getTableReference();
    return new FakeDatasetService()
            .getAllRows(reference.getProjectId(), reference.getDatasetId(), reference.getTableId())
            .stream()
            .map(row -> typed(row, table.getSchema().getFields()))
            .toList();
  }

  /**
   * Puts rows in the place of a table's rows. The copy of a whole table brings the settings of its
   * source.
   */
  static void replace(Table layout, TableReference target, List<TableRow> rows)
      throws IOException, InterruptedException {
    FakeDatasetService datasets = new FakeDatasetService();
    datasets.deleteTable(target);
    datasets.createTable(
        new Table()
            .setTableReference(target)
            .setSchema(layout.getSchema())
            .setTimePartitioning(layout.getTimePartitioning())
            .setClustering(layout.getClustering())
            .setRequirePartitionFilter(layout.getRequirePartitionFilter())
            .setDescription(layout.getDescription())
            .setExpirationTime(layout.getExpirationTime())
            .setNumBytes(0L)
            .setNumRows(BigInteger.valueOf(rows.size())));
    datasets.insertAll(target, rows, null);
  }

  private static TableRow typed(TableRow row, List<TableFieldSchema> fields) {
    TableRow typed = new TableRow();
    for (TableFieldSchema field : fields) {
      Object value = row.get(field.getName());
      boolean absent = value == null || Data.isNull(value);
      boolean text = value instanceof String;
      typed.set(
          field.getName(), absent ? null : text ? typed(field.getType(), (String) value) : value);
    }
    return typed;
  }

  private static Object typed(String type, String text) {
    return switch (type) {
      case "INT64" -> Long.valueOf(text);
      case "FLOAT64" -> Double.valueOf(text);
      case "BOOL" -> Boolean.valueOf(text);
      case "TIMESTAMP" ->
          Micros.of(Instant.parse(text.replace(" UTC", "Z").replaceFirst("(?<=\\d) (?=\\d)", "T")));
      default -> text;
    };
  }
}
