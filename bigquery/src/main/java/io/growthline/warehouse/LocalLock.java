package io.growthline.warehouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one writer at a time change the catalog, the publications and the files of a warehouse. */
public final class LocalLock {
  // Two writers in one process must not interleave; the lock file keeps other processes out.
  private static final Object ONE = new Object();

  private LocalLock() {}

  /** What is done while the lock is held. */
  public interface Work<R> {
    R run() throws IOException;
  }

  /** Waits for the lock, then runs {@code work}. It cannot be taken twice by one thread. */
  public static <R> R holding(Path warehouse, Work<R> work) throws IOException {
    synchronized (ONE) {
      Files.createDirectories(warehouse);
      try (FileChannel channel =
              FileChannel.open(
                  warehouse.resolve("_lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IOException("Cannot lock " + warehouse);
        }
        return work.run();
      }
    }
  }
}
