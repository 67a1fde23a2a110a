package io.growthline.pipelines.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.pipelines.generate.GenerateOptions;
import io.growthline.pipelines.generate.GeneratePipeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Synthetic landing files of 120 customers and 6 months, seed 7. */
final class GeneratedLanding {
  private GeneratedLanding() {}

  static void generate(Path landing, String... arguments) {
    String[] all =
        Stream.concat(
                Stream.of("--landing=" + landing, "--customers=120", "--months=6", "--seed=7"),
                Stream.of(arguments))
            .toArray(String[]::new);
    GeneratePipeline.run(PipelineOptionsFactory.fromArgs(all).as(GenerateOptions.class));
  }

  static JsonNode truth(Path landing) throws IOException {
    return new ObjectMapper().readTree(landing.resolve("_truth.json").toFile());
  }

  /** Content of every file by its path. */
  static Map<String, String> files(Path landing) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(landing)) {
      walk.filter(Files::isRegularFile)
          .forEach(file -> files.put(landing.relativize(file).toString(), content(file)));
    }
    return files;
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
