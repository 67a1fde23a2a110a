package io.growthline.pipelines.warehouse;

import io.growthline.pipelines.stage.PipelineRun;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.TemplateStep;
import java.util.Map;
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
    return step == TemplateStep.LAUNCH ? Map.of() : writer.publish();
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
