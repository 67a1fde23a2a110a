package io.growthline.domain.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.growthline.domain.rule.RuleException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The changes on which a decision is due.
 *
 * @param place for messages
 * @param all in the order of the file
 */
public record Changes(String place, List<Change> all) {
  /** Name of the file. */
  public static final String FILE = "changes.yaml";

  private record File(
      @JsonProperty(required = true) String version,
      @JsonProperty(required = true) List<Change> changes) {}

  public Changes {
    all = List.copyOf(all);
  }

  /** The examples that come with the platform. */
  public static Changes standard() {
    return parse("release/" + FILE, ReleaseYaml.standard(FILE));
  }

  /**
   * Changes from YAML.
   *
   * @param place for messages
   * @throws RuleException naming file, change, key and what to do
   */
  public static Changes parse(String place, String yaml) {
    List<Change> changes = ReleaseYaml.read(place, yaml, File.class).changes();
    Set<String> ids = new HashSet<>();
    for (Change change : changes) {
      if (change.fault() != null) {
        throw new RuleException(place, change.id(), change.fault());
      }
      if (!ids.add(change.id())) {
        throw new RuleException(place, change.id(), "id is used twice; give each its own");
      }
    }
    return new Changes(place, changes);
  }
}
