package io.growthline.pipelines.run;

import io.growthline.pipelines.decide.DecideOptions;
import io.growthline.pipelines.decide.DecidePipeline;
import io.growthline.pipelines.ingest.IngestOptions;
import io.growthline.pipelines.ingest.IngestPipeline;
import io.growthline.pipelines.marts.MartsOptions;
import io.growthline.pipelines.marts.MartsPipeline;
import io.growthline.pipelines.models.ModelOptions;
import io.growthline.pipelines.monitor.MonitorOptions;
import io.growthline.pipelines.monitor.MonitorPipeline;
import io.growthline.pipelines.price.PriceOptions;
import io.growthline.pipelines.price.PricePipeline;
import io.growthline.pipelines.release.ReleaseOptions;
import io.growthline.pipelines.release.ReleasePipeline;
import io.growthline.pipelines.score.ScoreOptions;
import io.growthline.pipelines.score.ScorePipeline;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.TemplateOptions;
import io.growthline.pipelines.train.TrainOptions;
import io.growthline.pipelines.train.TrainPipeline;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The stages of a run, in the order in which they run: the one list that the command line, the
 * image of the cloud, Terraform and the workflow share (tests compare them).
 */
public enum Stage {
  INGEST(
      IngestOptions.class,
      IngestPipeline::run,
      (options, data) -> options.setLanding(data.landing().toString())),
  MARTS(
      MartsOptions.class,
      MartsPipeline::run,
      (options, data) -> options.setExperimentDeclarations(data.experiment().toString())),
  TRAIN(TrainOptions.class, TrainPipeline::run, Stage::models),
  SCORE(ScoreOptions.class, ScorePipeline::run, Stage::models),
  PRICE(PriceOptions.class, PricePipeline::run, Stage::models),
  DECIDE(
      DecideOptions.class,
      DecidePipeline::run,
      (options, data) -> {
        models(options, data);
        options.setDecisionRules(data.decision().toString());
      }),
  MONITOR(
      MonitorOptions.class,
      MonitorPipeline::run,
      (options, data) -> {
        models(options, data);
        options.setReports(data.reports().toString());
        options.setReleaseRules(data.release().toString());
      }),
  RECORD(RecordOptions.class, RecordPipeline::run),
  RELEASE(ReleaseOptions.class, ReleasePipeline::run);

  private final Spec<?> spec;

  /** A stage that a run on one machine has, too. */
  <O extends StageOptions> Stage(
      Class<O> options, Function<O, StageResult> run, BiConsumer<O, DataDirectory> places) {
    this.spec = new Spec<>(options, run, places);
  }

  /** A stage of the cloud only: on one machine the run does it by itself, or nobody needs it. */
  <O extends StageOptions> Stage(Class<O> options, Function<O, StageResult> run) {
    this.spec = new Spec<>(options, run, null);
  }

  /** Name on the command line, in the manifest and in the cloud. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The options that it takes. */
  public Class<? extends StageOptions> options() {
    return spec.options();
  }

  /** Whether it can be launched as a template of Dataflow. */
  public boolean isTemplate() {
    return TemplateOptions.class.isAssignableFrom(options());
  }

  /** Whether a run on one machine has it. */
  public boolean isLocal() {
    return spec.places() != null;
  }

  /** Has somebody use the options and the main of this stage together. */
  public <T> T with(Use<T> use) {
    return spec.with(use);
  }

  /**
   * What can be done with any stage.
   *
   * @param <T> what comes of it
   */
  public interface Use<T> {
    <O extends StageOptions> T of(Class<O> options, Function<O, StageResult> run);
  }

  StageResult run(StageArguments arguments) {
    return spec.run(arguments);
  }

  /**
   * The stage of that name in a run on one machine.
   *
   * @throws IllegalArgumentException that lists the names when there is none
   */
  public static Stage of(String id) {
    return all().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown stage '"
                        + id
                        + "'. Stages are "
                        + String.join(", ", all().stream().map(Stage::id).toList())
                        + "."));
  }

  /** The stages of a run on one machine. */
  public static List<Stage> all() {
    return Arrays.stream(values()).filter(Stage::isLocal).toList();
  }

  private static void models(ModelOptions options, DataDirectory data) {
    options.setModels(data.models().toString());
  }

  private record Spec<O extends StageOptions>(
      Class<O> options, Function<O, StageResult> run, BiConsumer<O, DataDirectory> places) {
    StageResult run(StageArguments arguments) {
      O typed = arguments.as(options);
      places.accept(typed, arguments.data());
      return run.apply(typed);
    }

    <T> T with(Use<T> use) {
      return use.of(options, run);
    }
  }
}
