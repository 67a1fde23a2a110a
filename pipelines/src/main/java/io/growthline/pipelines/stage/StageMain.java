package io.growthline.pipelines.stage;

import java.io.PrintStream;
import java.util.function.Function;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** What the mains of all stages do: read Beam options, run, say what happened. */
public final class StageMain {
  private StageMain() {}

  /** Runs a stage and ends the process: 0 done, 1 failed, 2 wrong usage, 3 a gate blocked. */
  public static <O extends StageOptions> void run(
      String[] args, Class<O> type, Function<O, StageResult> stage) {
    System.exit(execute(args, type, stage, System.err));
  }

  /** The same as {@link #run}, but gives the exit code to the caller. */
  public static <O extends StageOptions> int execute(
      String[] args, Class<O> type, Function<O, StageResult> stage, PrintStream err) {
    O options;
    try {
      PipelineOptionsFactory.register(type);
      options = PipelineOptionsFactory.fromArgs(args).withValidation().as(type);
      OptionValues.check(type, options);
    } catch (IllegalArgumentException | UsageException e) {
      err.println(Causes.oneLine(e));
      return 2;
    }
    FileSystems.setDefaultPipelineOptions(options);
    try {
      StageResult result = stage.apply(options);
      result.notes().forEach(err::println);
      return result.status().exitCode();
    } catch (UsageException e) {
      err.println(e.getMessage());
      return 2;
    } catch (RuntimeException e) {
      err.println(Causes.oneLine(e));
      return 1;
    }
  }
}
