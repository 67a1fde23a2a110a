package io.growthline.pipelines.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A main in a process of its own, which can be killed. */
public final class Fork implements AutoCloseable {
  private static final int PATIENCE_S = 180;

  private final Process process;
  private final Path output;

  private Fork(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts a command line; what it says goes to {@code output}. */
  static Fork start(Path output, String... arguments) {
    return start(output, command(arguments));
  }

  /** Starts a main; what it says goes to {@code output}. */
  public static Fork start(Path output, Class<?> main, List<String> arguments) {
    return start(output, command(main, arguments));
  }

  private static Fork start(Path output, List<String> command) {
    try {
      return new Fork(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start(),
          output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a command line, for scripts. */
  static List<String> command(String... arguments) {
    return command(Growthline.class, List.of(arguments));
  }

  private static List<String> command(Class<?> main, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Duser.timezone=UTC",
                "-cp",
                classPath(),
                main.getName()));
    command.addAll(arguments);
    return command;
  }

  /** That of the product; decorators that tests add would only slow it down. */
  private static String classPath() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(entry -> !Path.of(entry).endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Waits for something that the process will do. */
  public Fork until(String what, Callable<Boolean> done) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!done.call()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("The process ended or hung before: " + what + "\n" + output());
      }
      Thread.sleep(2);
    }
    return this;
  }

  Fork untilSaid(String text) throws Exception {
    return until(text, () -> output().contains(text));
  }

  /** Asks the process to end, as a container is asked before it is killed. */
  public Fork terminate() {
    process.destroy();
    return this;
  }

  /** Ends the process as SIGKILL does, with no chance to tidy up. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for the end and gives the exit code. */
  public int end() throws InterruptedException {
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      throw new AssertionError("The process hung:\n" + output());
    }
    return process.exitValue();
  }

  String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
