package io.growthline.domain.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The texts of the rules of decisions, which workers are given.
 *
 * @param texts by name of the file, one for each of {@link #NAMES}
 */
public record DecisionFiles(Map<String, Text> texts) implements Serializable {
  /** Names of the files. */
  public static final String ACTIONS = "actions.yaml";

  public static final String POLICY = "policy.yaml";
  public static final String CHURN_RULES = "churn_rules.yaml";
  public static final String RECOMMENDATIONS = "recommendations.yaml";

  /** All names. */
  public static final List<String> NAMES = List.of(ACTIONS, POLICY, CHURN_RULES, RECOMMENDATIONS);

  public DecisionFiles {
    texts = Map.copyOf(texts);
  }

  /**
   * A file.
   *
   * @param place for messages
   */
  public record Text(String place, String yaml) implements Serializable {}

  /** The files that come with the platform. */
  public static DecisionFiles standard() {
    Map<String, Text> texts = new TreeMap<>();
    for (String name : NAMES) {
      texts.put(name, new Text("decision/" + name, resource(name)));
    }
    return new DecisionFiles(texts);
  }

  /** The same with another text of a file. */
  public DecisionFiles with(String name, String place, String yaml) {
    Map<String, Text> changed = new HashMap<>(texts);
    changed.put(name, new Text(place, yaml));
    return new DecisionFiles(changed);
  }

  /** The same with other actions. */
  public DecisionFiles withActions(String place, String yaml) {
    return with(ACTIONS, place, yaml);
  }

  /** The same with another policy. */
  public DecisionFiles withPolicy(String place, String yaml) {
    return with(POLICY, place, yaml);
  }

  Text text(String name) {
    return texts.get(name);
  }

  private static String resource(String name) {
    try (InputStream in = DecisionFiles.class.getResourceAsStream("/decision/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("decision/" + name + " cannot be read", e);
    }
  }
}
