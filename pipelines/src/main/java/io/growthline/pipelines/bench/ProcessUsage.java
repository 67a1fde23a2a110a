package io.growthline.pipelines.bench;

import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What one process cost. What could not be measured is null: a process that was killed leaves no
 * account, and only Linux knows the peak memory.
 *
 * @param exitCode as the operating system gives it
 * @param wallSeconds from start to end, with the start of Java
 * @param cpuSeconds processor time of all threads
 * @param peakBytes largest resident memory, with what libraries hold outside of the heap
 * @param heapBytes limit of the heap
 * @param gcSeconds time in garbage collection
 */
public record ProcessUsage(
    int exitCode,
    double wallSeconds,
    Double cpuSeconds,
    Long peakBytes,
    Long heapBytes,
    Double gcSeconds) {

  /** Usage when only the time is known. */
  static ProcessUsage ofTime(int exitCode, double wallSeconds) {
    return new ProcessUsage(exitCode, wallSeconds, null, null, null, null);
  }

  /** Combines processes that ran one after the other. A sum with an unknown part is null. */
  static ProcessUsage total(List<ProcessUsage> parts) {
    return new ProcessUsage(
        0,
        parts.stream().mapToDouble(ProcessUsage::wallSeconds).sum(),
        all(parts, ProcessUsage::cpuSeconds, Double::sum),
        all(parts, ProcessUsage::peakBytes, Math::max),
        all(parts, ProcessUsage::heapBytes, Math::max),
        all(parts, ProcessUsage::gcSeconds, Double::sum));
  }

  /** Share of the wall time in garbage collection, 0 to 1; null when not known. */
  public Double gcShare() {
    return gcSeconds == null ? null : (Double) (gcSeconds / wallSeconds);
  }

  private static <T> T all(
      List<ProcessUsage> parts, Function<ProcessUsage, T> value, BinaryOperator<T> join) {
    List<T> known = parts.stream().map(value).filter(Objects::nonNull).toList();
    return known.size() < parts.size() ? null : known.stream().reduce(join).orElse(null);
  }
}
