package io.growthline.pipelines.flink;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jar as it was packaged, and the libraries beside it. */
final class ProductJar {
  static final Path FILE = Path.of("target", "growthline.jar").toAbsolutePath();

  // What Flink's own distribution has in its directory lib.
  private static final List<String> OF_FLINK =
      List.of(
          "flink-",
          "chill-java-",
          "commons-cli-",
          "commons-collections-",
          "commons-compress-",
          "commons-io-",
          "commons-lang3-",
          "commons-math3-",
          "commons-text-",
          "javassist-",
          "jsr305-",
          "kryo-2.",
          "lz4-java-",
          "minlog-",
          "objenesis-",
          "slf4j-",
          "snakeyaml-engine-",
          "snappy-java-");

  private ProductJar() {}

  /** A class path with Flink alone: what is ours must come with the job. */
  static String flinkAlone() throws IOException {
    try (Stream<Path> libraries = Files.list(FILE.resolveSibling("lib"))) {
      return libraries
          .filter(file -> OF_FLINK.stream().anyMatch(file.getFileName().toString()::startsWith))
          .map(Path::toString)
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
