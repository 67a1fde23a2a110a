package io.growthline.cloudrun;

import io.growthline.warehouse.DuckDbSql;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The statements that the service runs, from its log. */
final class StatementLog extends Handler implements AutoCloseable {
  private static final Logger LOGGER = Logger.getLogger(DuckDbSql.class.getName());

  private final List<String> statements = new CopyOnWriteArrayList<>();

  static StatementLog open() {
    StatementLog log = new StatementLog();
    LOGGER.setLevel(Level.FINE);
    LOGGER.addHandler(log);
    return log;
  }

  List<String> statements() {
    return List.copyOf(statements);
  }

  @Override
  public void publish(LogRecord statement) {
    statements.add(statement.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setLevel(null);
  }
}
