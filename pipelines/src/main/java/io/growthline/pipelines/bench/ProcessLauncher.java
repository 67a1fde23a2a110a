package io.growthline.pipelines.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts each command line in a fresh process. */
public final class ProcessLauncher implements Launcher {
  private final List<String> command;
  private final Duration limit;

  /**
   * @param command what to run as {@code growthline}
   * @param limit after which a process is killed
   */
  public ProcessLauncher(List<String> command, Duration limit) {
    this.command = List.copyOf(command);
    this.limit = limit;
  }

  @Override
  public ProcessUsage run(List<String> arguments, Path output) {
    List<String> words = new ArrayList<>(command);
    words.addAll(arguments);
    Path usage = output.resolveSibling(output.getFileName() + ".usage");
    try {
      Files.createDirectories(output.getParent());
      Files.deleteIfExists(usage);
      ProcessBuilder builder =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().put(UsageAtExit.VARIABLE, usage.toString());
      long start = System.nanoTime();
      Process process = builder.start();
      int exitCode = end(process);
      return UsageAtExit.read(usage, exitCode, (System.nanoTime() - start) / 1e9);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + String.join(" ", words), e);
    }
  }

  private int end(Process process) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a process", e);
    }
  }
}
