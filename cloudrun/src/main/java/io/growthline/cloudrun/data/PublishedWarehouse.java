package io.growthline.cloudrun.data;

import io.growthline.warehouse.SqlWarehouse.SqlWarehouseException;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Serves the newest release: the published tables and the models in use, always of one look at the
 * place where they lie. A mounted bucket answers slowly, so requests do not look; a thread does in
 * the background, opens what is new and swaps it in, while requests that have begun end on what
 * they began with.
 */
@Startup
@ApplicationScoped
public class PublishedWarehouse {
  private static final Logger LOG = Logger.getLogger(PublishedWarehouse.class);

  private final Path data;
  private final long maxAge;
  private final List<WarmUp> warmUps;
  private final LongSupplier nanoTime;
  private final ReentrantLock looking = new ReentrantLock();
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "release");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Snapshot current;
  private volatile long lookedAt;

  @Inject
  PublishedWarehouse(
      DataLocation location,
      @ConfigProperty(name = "growthline.max-age", defaultValue = "10s") Duration maxAge,
      @All List<WarmUp> warmUps) {
    this(location.directory(), maxAge, warmUps, System::nanoTime);
  }

  /**
   * @param maxAge after this time a request looks itself, which happens when the process was not
   *     given the processor between requests
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  PublishedWarehouse(Path data, Duration maxAge, List<WarmUp> warmUps, LongSupplier nanoTime) {
    this.data = data;
    this.maxAge = maxAge.toNanos();
    this.warmUps = warmUps;
    this.nanoTime = nanoTime;
  }

  @PostConstruct
  void start() {
    if (maxAge > 0) {
      background.scheduleWithFixedDelay(
          this::lookInBackground, 0, maxAge / 2, TimeUnit.NANOSECONDS);
    }
  }

  /**
   * Reads from one release.
   *
   * @throws NotPublishedException when nothing was published yet
   */
  public <T> T read(Function<Snapshot, T> reader) {
    lookIfDue();
    Snapshot snapshot = retained();
    try {
      return reader.apply(snapshot);
    } catch (SqlWarehouseException e) {
      // Two publications later the files of this one are gone: a busy run is faster than our looks.
      if (!isReplaced(snapshot)) {
        throw e;
      }
    } finally {
      snapshot.release();
    }
    return read(reader);
  }

  private boolean isReplaced(Snapshot snapshot) {
    looking.lock();
    try {
      if (current == snapshot) {
        look();
      }
      return current != snapshot;
    } finally {
      looking.unlock();
    }
  }

  private Snapshot retained() {
    while (true) {
      Snapshot snapshot = current;
      // Fails only for one that was replaced since it was read.
      if (snapshot.retain()) {
        return snapshot;
      }
    }
  }

  private void lookIfDue() {
    if (current == null) {
      looking.lock();
    } else if (!isDue() || !looking.tryLock()) {
      return;
    }
    try {
      if (current == null || isDue()) {
        look();
      }
    } finally {
      looking.unlock();
    }
  }

  private boolean isDue() {
    return nanoTime.getAsLong() - lookedAt >= maxAge;
  }

  private void lookInBackground() {
    looking.lock();
    try {
      look();
    } catch (NotPublishedException e) {
      LOG.debug(e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error("Looking for a release in " + data + " failed", e);
    } finally {
      looking.unlock();
    }
  }

  private void look() {
    lookedAt = nanoTime.getAsLong();
    if (current == null) {
      Snapshot first = open(Pointers.read(data));
      current = first;
      background.execute(() -> warmFirst(first));
      return;
    }
    try {
      Pointers next = Pointers.read(data);
      if (!next.equals(current.pointers())) {
        replaceBy(open(next));
      }
    } catch (RuntimeException e) {
      LOG.errorf("%s. Still serving %s", e.getMessage(), current.pointers().database());
    }
  }

  private Snapshot open(Pointers pointers) {
    try {
      Snapshot opened = Snapshot.open(pointers, current);
      LOG.infof(
          "Serving %s as of %s with models %s",
          pointers.database(), opened.asOf(), pointers.versions());
      return opened;
    } catch (RuntimeException e) {
      throw new NotPublishedException(
          "The warehouse " + pointers.database() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void replaceBy(Snapshot next) {
    warm(next);
    Snapshot old = current;
    current = next;
    old.release();
  }

  private void warmFirst(Snapshot snapshot) {
    if (snapshot.retain()) {
      try {
        warm(snapshot);
      } finally {
        snapshot.release();
      }
    }
  }

  private void warm(Snapshot snapshot) {
    for (WarmUp warmUp : warmUps) {
      try {
        warmUp.warm(snapshot);
      } catch (RuntimeException e) {
        LOG.warnf("%s: the first requests will be slow", e.getMessage());
      }
    }
  }

  @PreDestroy
  void close() {
    background.shutdownNow();
    if (current != null) {
      current.release();
      current = null;
    }
  }
}
