package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.pipelines.stage.TemplateStep;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.values.PCollection;

/** Stages in one process and publishes in another, because a template does not wait for its job. */
final class TemplateStepWriter implements WarehouseWriter {
  private final BigQueryWarehouseWriter writer;
  private final TemplateStep step;

  TemplateStepWriter(BigQueryWarehouseWriter writer, TemplateStep step) {
    this.writer = writer;
    this.step = step;
  }

  @Override
  public <T extends Record> void stage(PCollection<T> rows, TableSpec<T> table) {
    if (step == TemplateStep.PUBLISH) {
      writer.adopt(table);
    } else {
      writer.stage(rows, table);
    }
  }

  /** Whole tables only: which days to replace is known to the process that launched the job. */
  @Override
  public <T extends Record> void stageDays(PCollection<T> rows, TableSpec<T> table) {
    throw new UnsupportedOperationException("A template cannot replace days of " + table.id());
  }

  @Override
  public Map<String, Long> publish(Map<String, Set<LocalDate>> days) {
    return step == TemplateStep.LAUNCH ? Map.of() : writer.publish(days);
  }

  @Override
  public void discard() {
    writer.discard();
  }
}
