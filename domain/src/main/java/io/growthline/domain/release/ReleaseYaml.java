package io.growthline.domain.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.growthline.domain.rule.RuleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Reads the files of release decisions. */
final class ReleaseYaml {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private ReleaseYaml() {}

  /** The text of a file that comes with the platform. */
  static String standard(String name) {
    try (InputStream in = ReleaseYaml.class.getResourceAsStream("/release/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("release/" + name + " cannot be read", e);
    }
  }

  /**
   * @throws RuleException naming file and line, when the text has another form
   */
  static <F> F read(String place, String yaml, Class<F> form) {
    try {
      F read = YAML.readValue(yaml, form);
      if (read == null) {
        throw new RuleException(place, "the file is empty; write version and entries");
      }
      return read;
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw new RuleException(place, line + problem(e));
    }
  }

  private static String problem(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "there is no key %s; known are %s"
          .formatted(
              unknown.getPropertyName(),
              new TreeSet<>(unknown.getKnownPropertyIds().stream().map(Object::toString).toList()));
    }
    if (e instanceof InvalidFormatException word && word.getTargetType().isEnum()) {
      List<String> known =
          Arrays.stream(word.getTargetType().getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
              .toList();
      return "%s is unknown; write one of %s".formatted(word.getValue(), String.join(", ", known));
    }
    return e.getOriginalMessage();
  }
}
