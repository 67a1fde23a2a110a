package io.growthline.pipelines.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report of a benchmark as files: {@code report.md} for people, {@code report.json}. */
public final class BenchFiles {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private BenchFiles() {}

  /**
   * Writes both, in place of those of an earlier benchmark.
   *
   * @return the Markdown file
   */
  public static Path write(BenchReport report, Path directory) {
    Path markdown = directory.resolve("report.md");
    try {
      Files.createDirectories(directory);
      Files.writeString(markdown, BenchMarkdown.of(report));
      Files.writeString(directory.resolve("report.json"), json(report));
      return markdown;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the report to " + directory, e);
    }
  }

  static String json(BenchReport report) throws JsonProcessingException {
    return JSON.writeValueAsString(report) + "\n";
  }
}
