package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.pipelines.stage.PipelineRun;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.TemplateStep;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.beam.sdk.Pipeline;

/** A pipeline that stages whole tables, which are then published, by this process or another. */
public final class StagingRun {
  private final String stage;
  private final StageOptions options;
  private final TemplateStep step;
  private final WarehouseWriter writer;

  private StagingRun(String stage, StageOptions options) {
    this.stage = stage;
    this.options = options;
    this.step = TemplateStep.of(options);
    WarehouseWriter stager = Warehouses.writer(options);
    this.writer = step == TemplateStep.PUBLISH ? new AdoptingWriter(stager) : stager;
  }

  /** Begins the step of a stage that the options ask for. */
  public static StagingRun of(String stage, StageOptions options) {
    StagingRun run = new StagingRun(stage, options);
    if (run.step == TemplateStep.LAUNCH) {
      // Before anything is staged, because that replaces what an earlier launch has staged.
      new Launch(stage, options).forget();
    }
    return run;
  }

  /** Where to stage tables. */
  public WarehouseWriter writer() {
    return writer;
  }

  /**
   * Runs to the end and publishes; a launch only starts the job, and to publish is to run nothing.
   *
   * @return rows by {@code dataset.table} of what was published
   */
  public Map<String, Long> publish(Pipeline pipeline) {
    return finish(pipeline) ? writer.publish() : Map.of();
  }

  /**
   * Has the tables staged: runs to the end, starts the job of a launch, or makes sure that the job
   * of a launch has ended.
   *
   * @return whether the tables are staged, so that they can be published
   */
  public boolean finish(Pipeline pipeline) {
    switch (step) {
      case RUN -> toEnd(pipeline, writer);
      case LAUNCH ->
          orDiscard(writer, () -> new Launch(stage, options).start(pipeline, writer.written(), ""));
      case PUBLISH -> {
        Launch launch = new Launch(stage, options);
        launch.memo();
        launch.forget();
      }
    }
    return step != TemplateStep.LAUNCH;
  }

  /**
   * Publishes what is staged but {@code last}, then has more staged, and publishes that with {@code
   * last}: whoever finds these tables finds all others.
   *
   * @param more stages tables from what is published then
   * @return rows by {@code dataset.table} of what was published
   */
  public Map<String, Long> publish(List<TableSpec<?>> last, Runnable more) {
    return orDiscard(
        writer,
        () -> {
          Map<String, Long> rows = new TreeMap<>(writer.publishAllBut(last));
          more.run();
          rows.putAll(writer.publish());
          return rows;
        });
  }

  /** Runs to the end; when that fails, nothing is left staged. */
  public static void toEnd(Pipeline pipeline, WarehouseWriter writer) {
    orDiscard(writer, () -> PipelineRun.toEnd(pipeline));
  }

  /** Does something to staged tables; when that fails, they are removed. */
  public static <T> T orDiscard(WarehouseWriter writer, Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      try {
        writer.discard();
      } catch (RuntimeException discarding) {
        e.addSuppressed(discarding);
      }
      throw e;
    }
  }
}
