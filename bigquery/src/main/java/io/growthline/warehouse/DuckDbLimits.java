package io.growthline.warehouse;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one DuckDB database may take of the machine, or of the container.
 *
 * @param memoryBytes beyond it statements spill
 * @param threads that work on one statement
 */
record DuckDbLimits(long memoryBytes, int threads) {
  // Two databases can be open, the old publication and the new; half is left for all else that is
  // not heap.
  private static final int SHARE = 4;
  private static final long LEAST = 128L << 20;
  // Beside the heap of the launcher this keeps a process below 4 GiB.
  private static final long MOST = 512L << 20;
  private static final int MOST_THREADS = 4;

  /** The limits of this process. */
  static DuckDbLimits here() {
    Runtime java = Runtime.getRuntime();
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return of(machine.getTotalMemorySize(), java.maxMemory(), java.availableProcessors());
  }

  /**
   * A quarter of what the Java heap leaves, but from 128 to 512 MiB, and a thread for each 128 MiB.
   *
   * @param totalBytes memory of the container, or of the machine
   * @param heapBytes largest Java heap
   */
  static DuckDbLimits of(long totalBytes, long heapBytes, int processors) {
    long memory = Math.min(MOST, Math.max(LEAST, (totalBytes - heapBytes) / SHARE));
    int threads = Math.min(MOST_THREADS, (int) (memory / LEAST));
    return new DuckDbLimits(memory, Math.min(threads, processors));
  }
}
