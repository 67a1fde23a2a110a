package io.growthline.pipelines.bench;

import java.nio.file.Path;
import java.util.List;

/** Starts command lines of the platform and waits for their end. */
public interface Launcher {
  /**
   * Runs one command line.
   *
   * @param arguments words after {@code growthline}
   * @param output file for what it prints
   */
  ProcessUsage run(List<String> arguments, Path output);
}
