package io.growthline.cloudrun.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the Chromium of this machine; none is ever downloaded. */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private Chromium() {}

  /** The program that {@code CHROMIUM} names, else the first of its usual names on the path. */
  static Optional<Path> find(Map<String, String> environment) {
    String named = environment.get("CHROMIUM");
    Stream<Path> places =
        named == null
            ? NAMES.stream().flatMap(name -> onPath(environment, name))
            : Stream.of(Path.of(named));
    return places.filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
  }

  private static Stream<Path> onPath(Map<String, String> environment, String name) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, name));
  }
}
