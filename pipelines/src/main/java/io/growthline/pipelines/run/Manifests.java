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
import java.nio.charset.StandardCharsets;
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
    return new String(bytes(manifest), StandardCharsets.UTF_8);
  }

  /** A record in the JSON of manifests. */
  static byte[] bytes(Record value) {
    try {
      return (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record that {@link #bytes} wrote as JSON. */
  static <T extends Record> T parse(byte[] json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("Not the JSON of a " + type.getSimpleName(), e);
    }
  }

  private static RunManifest read(Path file) {
    try {
      return parse(Files.readAllBytes(file), RunManifest.class);
    } catch (IOException | UncheckedIOException e) {
      throw new RunException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
