package io.growthline.domain.inclusion;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the files of the folder {@code inclusion}. */
final class InclusionYaml {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private InclusionYaml() {}

  /**
   * The file that comes with the platform.
   *
   * @param file name in the folder
   */
  static <T> T standard(String file, Class<T> form) {
    try (InputStream in = InclusionYaml.class.getResourceAsStream("/inclusion/" + file)) {
      return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8), form);
    } catch (IOException e) {
      throw new UncheckedIOException("inclusion/" + file + " cannot be read", e);
    }
  }

  /**
   * What a file says.
   *
   * @param file name for messages
   * @throws IllegalArgumentException naming the file and what is wrong
   */
  static <T> T parse(String file, String yaml, Class<T> form) {
    try {
      T read = YAML.readValue(yaml, form);
      check(read != null, "the file is empty");
      return read;
    } catch (JsonProcessingException e) {
      boolean ours = e.getCause() instanceof IllegalArgumentException;
      String problem = ours ? e.getCause().getMessage() : e.getOriginalMessage();
      throw new IllegalArgumentException("inclusion/%s: %s".formatted(file, problem), e);
    }
  }

  /** Refuses what is not so. */
  static void check(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }
}
