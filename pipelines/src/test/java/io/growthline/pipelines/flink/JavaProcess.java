package io.growthline.pipelines.flink;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts Java as a process of its own, which writes what it says to a file. */
record JavaProcess(Path log, String classPath) {
  Process start(List<String> jvm, String main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-Duser.timezone=UTC", "-cp", classPath, main));
    command.addAll(arguments);
    Files.createDirectories(log.getParent());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** Runs to the end and asserts that the exit code is 0. */
  void toEnd(String main, List<String> arguments) throws IOException, InterruptedException {
    Process process = start(List.of("-Xmx1g"), main, arguments);
    try {
      assertThat(main + " ends", process.waitFor(10, TimeUnit.MINUTES), is(true));
      assertThat(main + "\n" + Files.readString(log), process.exitValue(), is(0));
    } finally {
      process.destroyForcibly();
    }
  }
}
