package io.growthline.pipelines.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs the commands of a benchmark one after the other and says how long each took. */
final class Commands {
  private static final int BLOCKED = 3;

  private final Launcher launcher;
  private final Path logs;
  private final PrintWriter out;
  private int started;

  Commands(Launcher launcher, Path logs, PrintWriter out) {
    this.launcher = launcher;
    this.logs = logs;
    this.out = out;
  }

  /** A line that says what the next commands are about. */
  void announce(String what) {
    out.println(what);
    out.flush();
  }

  /**
   * Runs one command.
   *
   * @param work what it does, in one or two words
   * @throws CommandFailedException when it ends in any other way than done or with a blocked gate,
   *     which is a verdict on the data
   */
  ProcessUsage run(String work, List<String> arguments) throws CommandFailedException {
    Path log = logs.resolve("%03d-%s.txt".formatted(++started, work.replace(' ', '-')));
    out.printf("  %-16s", work);
    out.flush();
    ProcessUsage usage = launcher.run(arguments, log);
    out.printf(Locale.ROOT, "%8.1f s%n", usage.wallSeconds());
    out.flush();
    if (usage.exitCode() != 0 && usage.exitCode() != BLOCKED) {
      throw new CommandFailedException(
          String.format(
              Locale.ROOT,
              "'growthline %s' ended after %.0f s with exit code %d%s. See %s.",
              String.join(" ", arguments),
              usage.wallSeconds(),
              usage.exitCode(),
              lastLine(log),
              log));
    }
    return usage;
  }

  private static String lastLine(Path log) {
    try {
      String text = Files.exists(log) ? new String(Files.readAllBytes(log), UTF_8) : "";
      return text.lines()
          .filter(line -> !line.isBlank())
          .reduce((first, second) -> second)
          .map(line -> " (" + line.strip() + ")")
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + log, e);
    }
  }
}
