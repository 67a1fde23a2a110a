package io.growthline.pipelines.cloud;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.growthline.pipelines.run.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The files of the cloud path, as they lie in the repository. */
final class CloudFiles {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path TERRAFORM = ROOT.resolve("terraform");
  static final Path TEMPLATES = Path.of("templates");
  static final List<String> DATAFLOW_STAGES =
      Arrays.stream(Stage.values()).filter(Stage::isTemplate).map(Stage::id).sorted().toList();

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private CloudFiles() {}

  static Stage stage(String id) {
    return Stage.valueOf(id.toUpperCase(Locale.ROOT));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Object> yaml(Path file) {
    try {
      return Workflow.map(YAML.readValue(file.toFile(), Map.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Object> nightly() {
    return yaml(TERRAFORM.resolve("modules/orchestration/nightly.yaml"));
  }

  /** Files of a directory itself whose names begin and end so. */
  static List<Path> children(Path directory, String begin, String end) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(begin))
          .filter(f -> f.toString().endsWith(end))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files below a directory whose names end so. */
  static List<Path> files(Path directory, String end) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(f -> f.toString().endsWith(end) && !f.toString().contains("/.terraform/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
