package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableRow;
import io.growthline.domain.contract.Micros;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.io.gcp.testing.FakeDatasetService;

/** Statements on the tables in Beam's fake, which runs no SQL. */
class FakeStatements implements BigQueryStatements {
  @Override
  public Set<LocalDate> withRows(TableReference table, TableSpec<?> contract) {
    Set<LocalDate> days = new TreeSet<>();
    try {
      Table found = new FakeDatasetService().getTable(table);
      CopyingJobService.rows(found).forEach(row -> days.add(day(row, found)));
      return days;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void delete(TableReference table, TableSpec<?> contract, Set<LocalDate> days) {
    try {
      Table found = new FakeDatasetService().getTable(table);
      List<TableRow> kept =
          CopyingJobService.rows(found).stream()
              .filter(row -> !days.contains(day(row, found)))
              .toList();
      CopyingJobService.replace(found, table, kept);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void restore(TableReference table, TableSettings settings, TableSettings found) {
    try {
      new FakeDatasetService()
          .getTable(table)
          .setExpirationTime(null)
          .setRequirePartitionFilter(settings.requirePartitionFilter())
          .setDescription(settings.description());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static LocalDate day(TableRow row, Table table) {
    Object value = row.get(table.getTimePartitioning().getField());
    return value instanceof Long micros
        ? LocalDate.ofInstant(Micros.toInstant(micros), ZoneOffset.UTC)
        : LocalDate.parse((String) value);
  }
}
