package io.growthline.cloudrun.data;

import io.growthline.warehouse.DuckDbPublisher;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.SqlWarehouse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The newest published warehouse. A publication is a new file behind one link; when the link has
 * moved, the next reader opens the new file, while readers of the old one finish first.
 */
@ApplicationScoped
public class PublishedWarehouse {
  private static final Logger LOG = Logger.getLogger(PublishedWarehouse.class);

  private final DataLocation location;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private Path opened;
  private Snapshot snapshot;

  PublishedWarehouse(DataLocation location) {
    this.location = location;
  }

  /**
   * Reads from one publication.
   *
   * @throws NotPublishedException when nothing was published yet
   */
  public <T> T read(Function<Snapshot, T> reader) {
    refresh();
    lock.readLock().lock();
    try {
      return reader.apply(snapshot);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void refresh() {
    Path target = target();
    lock.readLock().lock();
    try {
      if (target.equals(opened)) {
        return;
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      if (!target.equals(opened)) {
        open(target);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void open(Path target) {
    SqlWarehouse sql = DuckDbSql.open(target);
    Snapshot next;
    try {
      next = Snapshot.load(sql, Files.getLastModifiedTime(target).toInstant());
    } catch (IOException | RuntimeException e) {
      sql.close();
      throw new NotPublishedException(
          "The warehouse " + target + " cannot be read: " + e.getMessage(), e);
    }
    close();
    snapshot = next;
    opened = target;
    LOG.infof("Serving %s as of %s", target, next.asOf());
  }

  private Path target() {
    Path link = DuckDbPublisher.published(location.warehouse());
    try {
      return link.toRealPath();
    } catch (IOException e) {
      throw new NotPublishedException(
          "No warehouse is published in " + location.warehouse() + "; run ./growthline demo", e);
    }
  }

  @PreDestroy
  void close() {
    if (snapshot != null) {
      snapshot.close();
      snapshot = null;
      opened = null;
    }
  }
}
