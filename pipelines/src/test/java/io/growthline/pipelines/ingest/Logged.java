package io.growthline.pipelines.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What code gave, and every line that it and its libraries wrote to the log meanwhile. */
record Logged<T>(T result, List<String> lines) {

  static <T> Logged<T> during(Callable<T> code) {
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    Keeper keeper = new Keeper();
    root.addHandler(keeper);
    root.setLevel(Level.INFO);
    try {
      return new Logged<>(code.call(), keeper.lines);
    } catch (Exception e) {
      throw new AssertionError("No input may break the reader", e);
    } finally {
      root.setLevel(before);
      root.removeHandler(keeper);
    }
  }

  private static final class Keeper extends Handler {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
      lines.add(formatter.format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
