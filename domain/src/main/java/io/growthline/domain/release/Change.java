package io.growthline.domain.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A change on which a decision is due.
 *
 * @param id what it is called
 * @param what what changes, for people
 * @param owner team that answers for it
 * @param experiment the experiment that measures it, or null
 * @param geoTest the test of regions that measures it, or null
 * @param offer the offer that it makes, or null
 * @param model the model that it rests on, or null
 * @param review the team that looks at its cases, or null
 * @param requires gates without which it stays an experiment; empty: all that are judged
 */
public record Change(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String what,
    @JsonProperty(required = true) String owner,
    Trial experiment,
    GeoTest geoTest,
    String offer,
    String model,
    Review review,
    Set<Gate> requires) {
  /**
   * An arm of an experiment.
   *
   * @param complaints name of the guardrail that counts complaints
   * @param support name of the guardrail that counts contacts with support
   * @param groups segments between whose values no gap may widen
   * @param vulnerable segment whose value {@code true} means that a customer needs protection
   */
  public record Trial(
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) String arm,
      @JsonProperty(required = true) String complaints,
      @JsonProperty(required = true) String support,
      @JsonProperty(required = true) List<String> groups,
      @JsonProperty(required = true) String vulnerable) {
    public Trial {
      groups = groups == null ? List.of() : List.copyOf(groups);
    }
  }

  /** A metric of a test of regions, by one method. */
  public record GeoTest(
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) String metric,
      @JsonProperty(required = true) String method) {}

  /**
   * A team that looks at cases.
   *
   * @param owner the team, as in the plan of actions
   * @param capacity cases that it can take
   */
  public record Review(
      @JsonProperty(required = true) String owner, @JsonProperty(required = true) long capacity) {}

  public Change {
    requires = requires == null ? Set.of() : Set.copyOf(requires);
  }

  /** Gates that are judged. */
  Set<Gate> gates() {
    Set<Gate> gates = EnumSet.noneOf(Gate.class);
    if (experiment != null || geoTest != null) {
      gates.add(Gate.EVIDENCE_STRENGTH);
    }
    if (experiment != null) {
      gates.addAll(
          EnumSet.of(
              Gate.UPLIFT,
              Gate.SAMPLE_RATIO,
              Gate.COMPLAINTS,
              Gate.SUPPORT,
              Gate.FAIRNESS,
              Gate.VULNERABLE_IMPACT));
    }
    if (geoTest != null) {
      gates.add(Gate.INCREMENTALITY);
    }
    if (offer != null) {
      gates.add(Gate.FAIR_VALUE);
    }
    if (model != null) {
      gates.addAll(EnumSet.of(Gate.CALIBRATION, Gate.DRIFT));
    }
    if (review != null) {
      gates.add(Gate.REVIEW_LOAD);
    }
    return gates;
  }

  /** Whether the change stays an experiment without what the gate asks for. */
  boolean isRequired(Gate gate) {
    return requires.isEmpty() || requires.contains(gate);
  }

  /** What is wrong with it, for people; null when nothing is. */
  String fault() {
    if (id.isBlank() || !id.matches("[a-z0-9_]+")) {
      return "id must be of lower-case letters, digits and underscores; rename it";
    }
    if (id.equals(ReleaseDecisions.THIS_RUN)) {
      return "id is that of the run itself; choose another";
    }
    if (experiment == null && geoTest == null) {
      return "nothing measures it; name its experiment or its geo_test";
    }
    if (review != null && review.capacity() < 1) {
      return "capacity of review is %d; write at least 1".formatted(review.capacity());
    }
    Set<Gate> without = EnumSet.noneOf(Gate.class);
    without.addAll(requires);
    without.removeAll(gates());
    return without.isEmpty()
        ? null
        : "requires %s, but declares nothing that measures it; add that, or take it out"
            .formatted(without.iterator().next().id());
  }
}
