package io.growthline.pipelines.cloud;

import io.growthline.pipelines.run.Stage;
import io.growthline.pipelines.run.StageAccounts;
import io.growthline.pipelines.run.StageOutcome;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.TemplateStep;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Arrays;
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
    Optional<Stage> stage =
        Arrays.stream(Stage.values())
            .filter(s -> name.filter(s.id()::equals).isPresent())
            .findFirst();
    if (stage.isEmpty()) {
      err.println(
          "--stage must be one of "
              + Arrays.stream(Stage.values()).map(Stage::id).collect(Collectors.joining(", "))
              + name.map(n -> "; it is \"" + n + "\"").orElse("; it is missing"));
      return WRONG_USAGE;
    }
    if (!stage.get().isTemplate() && Arrays.stream(args).anyMatch(a -> a.startsWith("--step="))) {
      err.println(
          "--step: "
              + stage.get().id()
              + " cannot be launched as a template; run it whole, without --step");
      return WRONG_USAGE;
    }
    String[] options = Arrays.stream(args).filter(a -> !a.startsWith(STAGE)).toArray(String[]::new);
    int code = stage.get().with(new Execution(stage.get().id(), options, err));
    return code == BLOCKED ? 0 : code;
  }

  /** Runs a stage and leaves an account of it, so that the run can be recorded. */
  private record Execution(String name, String[] words, PrintStream err)
      implements Stage.Use<Integer> {
    @Override
    public <O extends StageOptions> Integer of(Class<O> type, Function<O, StageResult> run) {
      return StageMain.execute(words, type, options -> recorded(options, run), err);
    }

    private <O extends StageOptions> StageResult recorded(O options, Function<O, StageResult> run) {
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

    private static void leave(StageOptions options, StageOutcome outcome) {
      if (options.getAccounts() != null && TemplateStep.of(options) != TemplateStep.LAUNCH) {
        new StageAccounts(options.getAccounts()).write(outcome);
      }
    }
  }
}
