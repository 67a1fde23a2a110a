package io.growthline.pipelines.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.growthline.domain.monitoring.RunManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Run manifests as JSON files, {@code runs/<run_id>/manifest.json}. */
public final class Manifests {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path runs;

  public Manifests(DataDirectory data) {
    this.runs = data.runs();
  }

  /** The manifest of the newest run; run ids sort by time. */
  public Optional<RunManifest> latest() {
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> directories = Files.list(runs)) {
      return directories
          .map(d -> d.resolve("manifest.json"))
          .filter(Files::exists)
          .max(Comparator.naturalOrder())
          .map(Manifests::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(RunManifest manifest) {
    Path directory = runs.resolve(manifest.runId());
    try {
      Files.createDirectories(directory);
      Path temporary = directory.resolve("manifest.json.tmp");
      Files.writeString(temporary, toJson(manifest));
      Files.move(
          temporary,
          directory.resolve("manifest.json"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the manifest to " + directory, e);
    }
  }

  /** The manifest as JSON in snake case, as {@code status --json} prints it. */
  public static String toJson(RunManifest manifest) {
    try {
      return JSON.writeValueAsString(manifest) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunManifest read(Path file) {
    try {
      return JSON.readValue(file.toFile(), RunManifest.class);
    } catch (IOException e) {
      throw new RunException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
