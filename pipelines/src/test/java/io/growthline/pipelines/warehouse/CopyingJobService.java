package io.growthline.pipelines.warehouse;

import com.google.api.client.util.Data;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.JobConfigurationTableCopy;
import com.google.api.services.bigquery.model.JobReference;
import com.google.api.services.bigquery.model.JobStatus;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableRow;
import io.growthline.domain.contract.RecordCodec;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.apache.beam.sdk.io.gcp.testing.FakeDatasetService;
import org.apache.beam.sdk.io.gcp.testing.FakeJobService;

/**
 * Beam's fake with copy jobs that keep typed values and count rows, as BigQuery does; the original
 * keeps text as it came from the load file, which its own extract jobs cannot write.
 */
final class CopyingJobService extends FakeJobService {
  private static final String COPY = "growthline_publish_";

  @Override
  public void startCopyJob(JobReference job, JobConfigurationTableCopy copy) throws IOException {
    FakeDatasetService datasets = new FakeDatasetService();
    TableReference target = copy.getDestinationTable();
    try {
      Table source = datasets.getTable(copy.getSourceTables().get(0));
      if (source == null || datasets.getTable(target) == null) {
        throw new IOException("Not found: source or destination of the copy to " + target);
      }
      List<TableFieldSchema> fields = source.getSchema().getFields();
      List<TableRow> rows =
          datasets
              .getAllRows(
                  source.getTableReference().getProjectId(),
                  source.getTableReference().getDatasetId(),
                  source.getTableReference().getTableId())
              .stream()
              .map(row -> typed(row, fields))
              .toList();
      datasets.deleteTable(target);
      datasets.createTable(
          new Table()
              .setTableReference(target)
              .setSchema(source.getSchema())
              .setNumBytes(0L)
              .setNumRows(BigInteger.valueOf(rows.size())));
      datasets.insertAll(target, rows, null);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public Job pollJob(JobReference job, int maxAttempts) throws InterruptedException {
    return job.getJobId().startsWith(COPY)
        ? new Job().setJobReference(job).setStatus(new JobStatus().setState("DONE"))
        : super.pollJob(job, maxAttempts);
  }

  private static TableRow typed(TableRow row, List<TableFieldSchema> fields) {
    TableRow typed = new TableRow();
    for (TableFieldSchema field : fields) {
      Object value = row.get(field.getName());
      boolean absent = value == null || Data.isNull(value);
      typed.set(field.getName(), absent ? null : typed(field.getType(), value.toString()));
    }
    return typed;
  }

  private static Object typed(String type, String text) {
    return switch (type) {
      case "INT64" -> Long.valueOf(text);
      case "FLOAT64" -> Double.valueOf(text);
      case "BOOL" -> Boolean.valueOf(text);
      case "TIMESTAMP" ->
          RecordCodec.toMicros(
              Instant.parse(text.replace(" UTC", "Z").replaceFirst("(?<=\\d) (?=\\d)", "T")));
      default -> text;
    };
  }
}
