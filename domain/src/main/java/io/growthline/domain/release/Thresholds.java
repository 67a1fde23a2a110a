package io.growthline.domain.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.growthline.domain.rule.RuleException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the gates of release decisions may measure. */
public final class Thresholds {
  /** Name of the file. */
  public static final String FILE = "thresholds.yaml";

  private final Map<Gate, Threshold> byGate;

  private record File(
      @JsonProperty(required = true) String version,
      @JsonProperty(required = true) List<Threshold> gates) {}

  private Thresholds(Map<Gate, Threshold> byGate) {
    this.byGate = byGate;
  }

  /** The thresholds that come with the platform. */
  public static Thresholds standard() {
    return parse("release/" + FILE, ReleaseYaml.standard(FILE));
  }

  /**
   * Thresholds from YAML, one entry for each gate.
   *
   * @param place for messages
   * @throws RuleException naming file, gate and what to do
   */
  public static Thresholds parse(String place, String yaml) {
    Map<Gate, Threshold> byGate = new EnumMap<>(Gate.class);
    for (Threshold threshold : ReleaseYaml.read(place, yaml, File.class).gates()) {
      String gate = threshold.gate().id();
      if (threshold.fault() != null) {
        throw new RuleException(place, gate, threshold.fault());
      }
      if (byGate.put(threshold.gate(), threshold) != null) {
        throw new RuleException(place, gate, "is there twice; take one out");
      }
    }
    Arrays.stream(Gate.values())
        .filter(gate -> !byGate.containsKey(gate))
        .findFirst()
        .ifPresent(
            gate -> {
              throw new RuleException(place, gate.id(), "is missing; add its steps");
            });
    return new Thresholds(byGate);
  }

  Threshold of(Gate gate) {
    return byGate.get(gate);
  }
}
