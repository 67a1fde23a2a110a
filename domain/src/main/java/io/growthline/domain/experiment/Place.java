package io.growthline.domain.experiment;

import io.growthline.domain.rule.RuleException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where in a file something is declared, for messages.
 *
 * @param file the file
 * @param rule experiment, and metric within it
 */
record Place(String file, String rule) {
  /** A part of what is declared here. */
  Place in(String part) {
    return new Place(file, rule + ", " + part);
  }

  /**
   * @throws RuleException when a key is missing
   */
  <T> T required(String key, T value) {
    holds(value != null && !value.toString().isBlank(), key, "is missing; add it");
    return value;
  }

  /**
   * @throws RuleException with the key, and what is wrong with it
   */
  void holds(boolean condition, String key, String problem) {
    if (!condition) {
      throw problem(key, problem);
    }
  }

  RuleException problem(String key, String problem) {
    return new RuleException(file, rule, key + " " + problem);
  }

  /** Notes a name, which must be new. */
  void unique(String key, String name, Set<String> names) {
    holds(names.add(name), key, name + " is used twice; give each its own name");
  }

  /**
   * One of several words.
   *
   * @throws RuleException naming the words, when it is none of them
   */
  <E extends Enum<E>> E oneOf(String key, String word, Class<E> words) {
    for (E each : words.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(required(key, word))) {
        return each;
      }
    }
    String known =
        Arrays.stream(words.getEnumConstants())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw problem(key, word + " is unknown; write one of " + known);
  }
}
