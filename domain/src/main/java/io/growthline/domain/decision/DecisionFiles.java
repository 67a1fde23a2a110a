package io.growthline.domain.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The texts of the rules of decisions, which workers are given.
 *
 * @param actionsName name of the file, for messages
 * @param policyName likewise
 */
public record DecisionFiles(String actionsName, String actions, String policyName, String policy)
    implements Serializable {
  /** Names of the files. */
  public static final String ACTIONS = "actions.yaml";

  public static final String POLICY = "policy.yaml";

  /** The files that come with the platform. */
  public static DecisionFiles standard() {
    return new DecisionFiles(
        "decision/" + ACTIONS, standard(ACTIONS), "decision/" + POLICY, standard(POLICY));
  }

  /** The same with other actions. */
  public DecisionFiles withActions(String name, String yaml) {
    return new DecisionFiles(name, yaml, policyName, policy);
  }

  /** The same with another policy. */
  public DecisionFiles withPolicy(String name, String yaml) {
    return new DecisionFiles(actionsName, actions, name, yaml);
  }

  private static String standard(String name) {
    try (InputStream in = DecisionFiles.class.getResourceAsStream("/decision/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("decision/" + name + " cannot be read", e);
    }
  }
}
