package io.growthline.pipelines.cloud;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A script of {@code .ci} in a directory of its own, where stand-ins of tools come first on the
 * path.
 */
record Script(Path directory, String name) {
  /** What a script answered. */
  record Answer(int code, String output) {}

  static Script copyTo(Path directory, String name) throws IOException {
    Path script = directory.resolve(".ci").resolve(name);
    Files.createDirectories(script.getParent());
    Files.createDirectories(directory.resolve("tools"));
    Files.copy(CloudFiles.ROOT.resolve(".ci").resolve(name), script);
    return new Script(directory, name);
  }

  Script withTool(String tool, String body) throws IOException {
    Path file = directory.resolve("tools").resolve(tool);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("Cannot make " + file + " executable");
    }
    return this;
  }

  Script withFile(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }

  /** Runs it with {@code bash}, as in a build if {@code CI} is in the environment. */
  Answer run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder process = new ProcessBuilder("bash", ".ci/" + name);
    process.command().addAll(List.of(arguments));
    process.environment().remove("CI");
    process.environment().putAll(environment);
    process
        .environment()
        .merge(
            "PATH",
            directory.resolve("tools").toString(),
            (old, own) -> own + File.pathSeparator + old);
    Process started = process.directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(started.waitFor(), output);
  }
}
