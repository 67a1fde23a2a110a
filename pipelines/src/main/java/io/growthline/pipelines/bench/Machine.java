package io.growthline.pipelines.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Where a benchmark ran.
 *
 * @param processors processors that Java may use
 * @param memoryBytes memory of the machine or its container; null when not known
 * @param system operating system, its version and architecture
 * @param java version of Java
 * @param load processes that wanted to run in the minute before the start; null when not known
 * @param javaOptions options of Java that users have set; null for those of the launcher
 */
public record Machine(
    int processors, Long memoryBytes, String system, String java, Double load, String javaOptions) {

  /** This machine. */
  static Machine here() {
    Long memory =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? (Long) system.getTotalMemorySize()
            : null;
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        memory,
        "%s %s (%s)"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        System.getProperty("java.version"),
        load < 0 ? null : (Double) load,
        System.getenv("GROWTHLINE_JAVA_OPTS"));
  }
}
