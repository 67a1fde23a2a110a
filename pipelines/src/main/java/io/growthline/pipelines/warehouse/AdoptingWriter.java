package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Stages nothing, but takes what an earlier process of the same run has staged. */
final class AdoptingWriter implements WarehouseWriter {
  private final WarehouseWriter writer;

  AdoptingWriter(WarehouseWriter writer) {
    this.writer = writer;
  }

  @Override
  public void stage(PCollection<KV<String, byte[]>> blocks, List<? extends TableSpec<?>> tables) {
    tables.forEach(writer::adopt);
  }

  @Override
  public <T extends Record> void stageRows(List<T> rows, TableSpec<T> table) {
    writer.stageRows(rows, table);
  }

  @Override
  public void adopt(TableSpec<?> table) {
    writer.adopt(table);
  }

  @Override
  public void adoptDays(TableSpec<?> table) {
    writer.adoptDays(table);
  }

  @Override
  public List<PCollection<?>> written() {
    return writer.written();
  }

  @Override
  public Map<String, Long> publish(Map<String, Set<LocalDate>> days) {
    return writer.publish(days);
  }

  @Override
  public Map<String, Long> publishAllBut(List<TableSpec<?>> later) {
    return writer.publishAllBut(later);
  }

  @Override
  public void discard() {
    writer.discard();
  }
}
