package io.growthline.pipelines.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.pipelines.cli.Growthline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLauncherTest {
  @TempDir Path directory;

  @Test
  void aProcessOfItsOwnSaysWhatItCost() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessLauncher launcher =
        new ProcessLauncher(
            List.of(
                java.toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Growthline.class.getName()),
            Duration.ofMinutes(1));
    Path output = directory.resolve("logs/version.txt");

    ProcessUsage usage = launcher.run(List.of("--version"), output);

    assertThat(Files.readString(output), is("growthline 0.1.0\n"));
    assertThat(usage.exitCode(), is(0));
    assertThat(usage.heapBytes(), is(64L << 20));
    assertThat(usage.cpuSeconds(), greaterThan(0.0));
  }

  @Test
  void aProcessThatTakesLongerThanTheLimitIsKilled() {
    ProcessLauncher launcher = new ProcessLauncher(List.of("sleep"), Duration.ofMillis(100));
    ProcessUsage usage = launcher.run(List.of("60"), directory.resolve("sleep.txt"));
    assertThat(usage.exitCode(), is(137));
    assertThat(usage.wallSeconds(), lessThan(30.0));
    assertThat(usage.cpuSeconds(), is(nullValue()));
  }
}
