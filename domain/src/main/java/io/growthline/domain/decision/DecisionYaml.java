package io.growthline.domain.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.growthline.domain.rule.RuleException;
import java.util.Set;
import java.util.function.Function;

/** Reads the files of decisions. */
final class DecisionYaml {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private DecisionYaml() {}

  /**
   * Reads a file.
   *
   * @param parsed checks what was read; an {@link IllegalArgumentException} says what is wrong
   * @throws RuleException naming the file, when something is wrong
   */
  static <F, T> T read(DecisionFiles.Text file, Class<F> form, Function<F, T> parsed) {
    try {
      F read = YAML.readValue(file.yaml(), form);
      if (read == null) {
        throw new RuleException(file.place(), "the file is empty");
      }
      return parsed.apply(read);
    } catch (RuleException e) {
      throw e;
    } catch (JsonProcessingException e) {
      boolean wrong = e.getCause() instanceof IllegalArgumentException;
      throw new RuleException(
          file.place(), wrong ? e.getCause().getMessage() : e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      throw new RuleException(file.place(), e.getMessage());
    }
  }

  /** Notes a name, which must be new. */
  static void unique(String place, String rule, Set<String> names) {
    if (!names.add(rule)) {
      throw new RuleException(place, rule, "the name is used twice");
    }
  }
}
