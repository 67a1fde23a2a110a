package io.growthline.pipelines.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageAtExitTest {
  @TempDir Path directory;

  @Test
  void thePeakIsTheHighWaterMarkThatLinuxGivesInKibibytes() {
    List<String> status =
        List.of("Name:\tjava", "VmPeak:\t 9000000 kB", "VmHWM:\t  263168 kB", "VmRSS:\t  1024 kB");
    assertThat(UsageAtExit.peakBytes(status), is(257L << 20));
  }

  @Test
  void withoutAStatusFileThePeakIsNotKnown() {
    assertThat(UsageAtExit.peakBytes(directory.resolve("status")), is(nullValue()));
    assertThat(UsageAtExit.peakBytes(List.of("Name:\tjava")), is(nullValue()));
  }

  @Test
  void whatIsReadIsWhatAProcessWrote() {
    Path file = directory.resolve("usage");
    UsageAtExit.write(file);
    ProcessUsage usage = UsageAtExit.read(file, 3, 1.5);
    assertThat(usage.exitCode(), is(3));
    assertThat(usage.wallSeconds(), is(1.5));
    assertThat(usage.cpuSeconds(), greaterThan(0.0));
    assertThat(usage.heapBytes(), greaterThan(1L << 20));
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "only Linux knows the peak");
    assertThat(usage.peakBytes(), greaterThan(1L << 20));
  }

  @Test
  void ofAProcessThatWroteNothingOnlyTheTimeIsKnown() {
    assertThat(
        UsageAtExit.read(directory.resolve("usage"), 137, 2),
        is(new ProcessUsage(137, 2, null, null, null, null)));
  }
}
