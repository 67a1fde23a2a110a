package io.growthline.domain.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The text of declared experiments, which workers are given; each reads it once. Thread-safe. What
 * it declares depends on the text alone.
 */
public final class ExperimentDeclarations implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Name of the file. */
  public static final String FILE = "experiments.yaml";

  private static final String STANDARD = "experiment/" + FILE;

  private final String place;
  private final String yaml;
  private transient volatile Experiments experiments;

  /**
   * @param place for messages
   */
  public ExperimentDeclarations(String place, String yaml) {
    this.place = place;
    this.yaml = yaml;
  }

  /** The experiments that come with the platform. */
  public static ExperimentDeclarations standard() {
    try (InputStream in = ExperimentDeclarations.class.getResourceAsStream("/" + STANDARD)) {
      return new ExperimentDeclarations(
          STANDARD, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(STANDARD + " cannot be read", e);
    }
  }

  /** The text. */
  public String yaml() {
    return yaml;
  }

  /**
   * What is declared.
   *
   * @throws io.growthline.domain.rule.RuleException naming file, experiment, key and what to do
   */
  public Experiments experiments() {
    Experiments read = experiments;
    if (read == null) {
      read = Experiments.parse(place, yaml);
      experiments = read; // Another thread may have read the same; either will do.
    }
    return read;
  }
}
