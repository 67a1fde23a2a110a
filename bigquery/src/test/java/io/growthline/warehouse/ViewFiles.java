package io.growthline.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The views of {@code views/DATASET/NAME.sql}. */
final class ViewFiles {
  private static final Path VIEWS = Path.of("views");

  private ViewFiles() {}

  /** Queries by {@code dataset.view}. */
  static Map<String, String> queries() throws IOException {
    Map<String, String> queries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(VIEWS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.sql$", "");
        queries.put(file.getParent().getFileName() + "." + name, Files.readString(file));
      }
    }
    return queries;
  }
}
