package io.growthline.pipelines.cloud;

import io.growthline.pipelines.ingest.IngestOptions;
import io.growthline.pipelines.ingest.IngestPipeline;
import io.growthline.pipelines.marts.MartsOptions;
import io.growthline.pipelines.marts.MartsPipeline;
import io.growthline.pipelines.monitor.MonitorOptions;
import io.growthline.pipelines.monitor.MonitorPipeline;
import io.growthline.pipelines.price.PriceOptions;
import io.growthline.pipelines.price.PricePipeline;
import io.growthline.pipelines.release.ReleaseOptions;
import io.growthline.pipelines.release.ReleasePipeline;
import io.growthline.pipelines.run.RecordOptions;
import io.growthline.pipelines.run.RecordPipeline;
import io.growthline.pipelines.run.StageAccounts;
import io.growthline.pipelines.run.StageOutcome;
import io.growthline.pipelines.score.ScoreOptions;
import io.growthline.pipelines.score.ScorePipeline;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.TemplateOptions;
import io.growthline.pipelines.stage.TemplateStep;
import io.growthline.pipelines.train.TrainOptions;
import io.growthline.pipelines.train.TrainPipeline;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The entry point of the image, which holds every stage: {@code --stage=NAME} says which, all other
 * words are its options. Flex Templates and Cloud Run jobs start it.
 */
public final class CloudStage {
  private static final String STAGE = "--stage=";
  private static final int WRONG_USAGE = 2;
  private static final int BLOCKED = 3;

  private static final List<Entry<?>> STAGES =
      List.of(
          new Entry<>("ingest", IngestOptions.class, IngestPipeline::run),
          new Entry<>("marts", MartsOptions.class, MartsPipeline::run),
          new Entry<>("train", TrainOptions.class, TrainPipeline::run),
          new Entry<>("score", ScoreOptions.class, ScorePipeline::run),
          new Entry<>("price", PriceOptions.class, PricePipeline::run),
          new Entry<>("monitor", MonitorOptions.class, MonitorPipeline::run),
          new Entry<>("record", RecordOptions.class, RecordPipeline::run),
          new Entry<>("release", ReleaseOptions.class, ReleasePipeline::run));

  private CloudStage() {}

  public static void main(String[] args) {
    System.exit(execute(args, System.err));
  }

  /**
   * Runs the stage that the words name.
   *
   * @return 0 done, 1 failed, 2 wrong usage. A gate that blocks is 0, because the stage itself has
   *     done its work and would only be tried again; the workflow asks for the verdict
   */
  static int execute(String[] args, PrintStream err) {
    Optional<String> name =
        Arrays.stream(args)
            .filter(a -> a.startsWith(STAGE))
            .map(a -> a.substring(STAGE.length()))
            .findFirst();
    Optional<Entry<?>> stage =
        STAGES.stream().filter(s -> name.filter(s.name()::equals).isPresent()).findFirst();
    if (stage.isEmpty()) {
      err.println(
          "--stage must be one of "
              + STAGES.stream().map(Entry::name).collect(Collectors.joining(", "))
              + name.map(n -> "; it is \"" + n + "\"").orElse("; it is missing"));
      return WRONG_USAGE;
    }
    if (!TemplateOptions.class.isAssignableFrom(stage.get().type())
        && Arrays.stream(args).anyMatch(a -> a.startsWith("--step="))) {
      err.println(
          "--step: "
              + stage.get().name()
              + " cannot be launched as a template; run it whole, without --step");
      return WRONG_USAGE;
    }
    String[] options = Arrays.stream(args).filter(a -> !a.startsWith(STAGE)).toArray(String[]::new);
    int code = stage.get().execute(options, err);
    return code == BLOCKED ? 0 : code;
  }

  /** The options that a stage takes. */
  static Class<? extends StageOptions> options(String stage) {
    return STAGES.stream()
        .filter(s -> s.name().equals(stage))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no stage " + stage))
        .type();
  }

  private record Entry<O extends StageOptions>(
      String name, Class<O> type, Function<O, StageResult> run) {
    int execute(String[] args, PrintStream err) {
      return StageMain.execute(args, type, this::run, err);
    }

    /** Runs the stage and leaves an account of it, so that the run can be recorded. */
    private StageResult run(O options) {
      Instant start = Instant.now();
      try {
        StageResult result = run.apply(options);
        leave(options, StageOutcome.of(name, start, Instant.now(), result));
        return result;
      } catch (RuntimeException e) {
        leave(options, StageOutcome.failed(name, start, Instant.now(), e));
        throw e;
      }
    }

    private void leave(O options, StageOutcome outcome) {
      if (options.getTempLocation() != null && TemplateStep.of(options) != TemplateStep.LAUNCH) {
        new StageAccounts(options.getTempLocation()).write(outcome);
      }
    }
  }
}
