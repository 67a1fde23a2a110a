package io.growthline.pipelines.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.Launch;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * What the process that launches ingest knows and the one that publishes must know.
 *
 * @param before what was published at the launch
 * @param settlement what becomes of what the job finds; null when there was nothing to do
 * @param facts folder of the facts that the job leaves
 */
record LaunchedIngest(Ingested before, Settlement settlement, String facts) {
  /** What launches call the stage. */
  static final String STAGE = "ingest";

  String memo() {
    try {
      return Facts.JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Cannot keep what was launched", e);
    }
  }

  /**
   * Publishes what a launched job has staged.
   *
   * @throws io.growthline.pipelines.stage.UsageException when nothing was launched
   * @throws IllegalStateException when the job has not come to its end, or another run has
   *     published since the launch
   */
  static StageResult publish(IngestOptions options) {
    Launch launch = new Launch(STAGE, options);
    LaunchedIngest launched = parse(launch.memo());
    launch.forget();
    if (launched.settlement == null) {
      return StageResult.succeeded(
          Map.of(), List.of("Run " + options.getRunId() + " found nothing new to read."));
    }
    WarehouseWriter writer = Warehouses.writer(options);
    launched.adopt(writer);
    return new IngestPublication(
            options, launched.settlement, launched.before, writer, Facts.in(launched.facts))
        .after(() -> launched.requireUnchanged(options));
  }

  private void requireUnchanged(IngestOptions options) {
    if (!before.isStill(Ingested.published(options))) {
      throw new IllegalStateException(
          "Another run of ingest has published since run %s was launched, so nothing was published: launch it again."
              .formatted(options.getRunId()));
    }
  }

  private void adopt(WarehouseWriter writer) {
    for (TableSpec<?> table : Contracts.RAW) {
      if (settlement.kind() == Settlement.Kind.EVERYTHING) {
        writer.adopt(table);
      } else {
        writer.adoptDays(table);
      }
    }
    writer.adopt(TableSpec.of(DuplicateDelivery.class));
    writer.adopt(TableSpec.of(DeadLetter.class));
  }

  private static LaunchedIngest parse(String memo) {
    try {
      return Facts.JSON.readValue(memo, LaunchedIngest.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Cannot read what was launched", e);
    }
  }
}
