package io.growthline.pipelines.cli;

import io.growthline.pipelines.bench.UsageAtExit;
import io.growthline.pipelines.stage.Causes;
import io.growthline.pipelines.stage.UsageException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a release gate blocked. */
@Command(
    name = "growthline",
    mixinStandardHelpOptions = true,
    version = "growthline 0.1.0",
    scope = ScopeType.INHERIT,
    description = "Customer growth and pricing intelligence on synthetic neobank events.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong usage", "3:a release gate blocked"},
    subcommands = {
      DemoCommand.class,
      GenerateCommand.class,
      ImportCommand.class,
      RunCommand.class,
      StreamCommand.class,
      ReplayCommand.class,
      StatusCommand.class,
      QueryCommand.class,
      ModelsCommand.class,
      GeoCommand.class,
      ServeCommand.class,
      BenchCommand.class
    })
public final class Growthline implements Runnable {
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int BLOCKED = 3;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show the whole cause when something fails.")
  boolean stacktrace;

  public static void main(String[] args) {
    UsageAtExit.register();
    System.exit(execute(args));
  }

  /** Runs one command line and returns its exit code. */
  public static int execute(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    Growthline root = new Growthline();
    IParameterExceptionHandler usage =
        (ParameterException e, String[] arguments) -> {
          CommandLine command = e.getCommandLine();
          command.getErr().println(firstLine(e.getMessage()));
          command
              .getErr()
              .println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
          return USAGE;
        };
    IExecutionExceptionHandler failure =
        (e, command, result) -> {
          PrintWriter err = command.getErr();
          err.println(Causes.oneLine(e));
          if (root.stacktrace) {
            e.printStackTrace(err);
          }
          return e instanceof UsageException ? USAGE : FAILED;
        };
    return new CommandLine(root)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(usage)
        .setExecutionExceptionHandler(failure);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command, for example 'demo'.");
  }

  private static String firstLine(String message) {
    return message == null ? "Wrong usage." : message.lines().findFirst().orElse("Wrong usage.");
  }
}
