package io.growthline.pipelines.bench;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What a process says of itself at its end: exact to the last moment, where watching from outside
 * would miss it.
 */
public final class UsageAtExit {
  /** Environment variable with the file to write; nothing is written without it. */
  static final String VARIABLE = "GROWTHLINE_USAGE";

  private static final Path STATUS = Path.of("/proc/self/status");

  private UsageAtExit() {}

  /** Writes the usage of this process when it ends, if its environment asks for it. */
  public static void register() {
    String file = System.getenv(VARIABLE);
    if (file != null && !file.isBlank()) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> write(Path.of(file)), "usage"));
    }
  }

  static void write(Path file) {
    Properties usage = new Properties();
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        && system.getProcessCpuTime() >= 0) {
      usage.setProperty("cpu_ns", Long.toString(system.getProcessCpuTime()));
    }
    Long peak = peakBytes(STATUS);
    if (peak != null) {
      usage.setProperty("peak_bytes", peak.toString());
    }
    usage.setProperty("heap_bytes", heapBytes());
    usage.setProperty(
        "gc_ms",
        Long.toString(
            ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum()));
    try (Writer out = Files.newBufferedWriter(file)) {
      usage.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the usage of this process to " + file, e);
    }
  }

  // Runtime.maxMemory() leaves out what a collector never gives to objects.
  private static String heapBytes() {
    return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .getVMOption("MaxHeapSize")
        .getValue();
  }

  /** The usage that a process has left in a file; only its time when it left none. */
  static ProcessUsage read(Path file, int exitCode, double wallSeconds) {
    if (!Files.exists(file)) {
      return ProcessUsage.ofTime(exitCode, wallSeconds);
    }
    Properties usage = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      usage.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    Long cpu = number(usage, "cpu_ns");
    Long gc = number(usage, "gc_ms");
    return new ProcessUsage(
        exitCode,
        wallSeconds,
        cpu == null ? null : (Double) (cpu / 1e9),
        number(usage, "peak_bytes"),
        number(usage, "heap_bytes"),
        gc == null ? null : (Double) (gc / 1e3));
  }

  /** Peak resident memory from a status file of Linux; null when there is none. */
  static Long peakBytes(Path status) {
    if (!Files.isReadable(status)) {
      return null;
    }
    try {
      return peakBytes(Files.readAllLines(status));
    } catch (IOException e) {
      return null;
    }
  }

  static Long peakBytes(List<String> status) {
    return status.stream()
        .filter(line -> line.matches("VmHWM:\\s+\\d+ kB"))
        .map(line -> Long.valueOf(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(null);
  }

  private static Long number(Properties usage, String name) {
    String text = usage.getProperty(name);
    return text == null ? null : Long.valueOf(text);
  }
}
