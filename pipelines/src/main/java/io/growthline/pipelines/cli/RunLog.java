package io.growthline.pipelines.cli;

import io.growthline.pipelines.run.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what libraries log to a file, so that the terminal shows progress and results alone. */
final class RunLog implements AutoCloseable {
  private static final int MAX_BYTES = 10_000_000;

  private final Logger root = Logger.getLogger("");
  private final Handler[] before = root.getHandlers();
  private final FileHandler file;

  private RunLog(Path path) throws IOException {
    file = new FileHandler(path.toString(), MAX_BYTES, 1, false);
    file.setFormatter(new SimpleFormatter());
    file.setLevel(Level.INFO);
    for (Handler handler : before) {
      root.removeHandler(handler);
    }
    root.addHandler(file);
  }

  static RunLog open(DataDirectory data) {
    try {
      Files.createDirectories(data.runs());
      return new RunLog(data.runs().resolve("last.log"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a log below " + data.runs(), e);
    }
  }

  @Override
  public void close() {
    root.removeHandler(file);
    file.close();
    for (Handler handler : before) {
      root.addHandler(handler);
    }
  }
}
