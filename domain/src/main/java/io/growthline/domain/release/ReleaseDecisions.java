package io.growthline.domain.release;

import io.growthline.domain.rule.RuleException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what may be done with changes: the strictest of what their gates allow. So what blocks
 * comes before what needs a person, that before what lacks evidence, and that before a rollout; and
 * worse evidence never allows more.
 *
 * @param decisions one row a change; the run itself first
 * @param gates one row a change and gate
 */
public record ReleaseDecisions(List<ReleaseDecision> decisions, List<ReleaseDecisionGate> gates) {
  /** Id of the run itself. */
  public static final String THIS_RUN = "this_run";

  public ReleaseDecisions {
    decisions = List.copyOf(decisions);
    gates = List.copyOf(gates);
  }

  /**
   * Decides on changes, and on the run by its own gates.
   *
   * @param changes the declared changes
   */
  public static ReleaseDecisions of(
      List<Change> changes, Thresholds thresholds, Published published, LocalDate asOf) {
    ThisRun run = new ThisRun(published.gates(), asOf);
    List<ReleaseDecision> decisions = new ArrayList<>(List.of(run.decision()));
    List<ReleaseDecisionGate> gates = new ArrayList<>(run.gates());
    for (Change change : changes) {
      List<Judged> judged = judge(change, thresholds, published);
      decisions.add(decision(change, judged, asOf));
      judged.forEach(gate -> gates.add(gate.row(change.id(), asOf)));
    }
    return new ReleaseDecisions(decisions, gates);
  }

  /** Changes whose experiment or test of regions has a result. */
  public static List<Change> measured(List<Change> changes, Published published) {
    return changes.stream()
        .filter(change -> new ChangeEvidence(change, published).hasFigures())
        .toList();
  }

  /**
   * Checks that what changes name is declared.
   *
   * @throws RuleException naming file, change, key and what to do
   */
  public static void requireKnown(Changes changes, Published published) {
    for (Change change : changes.all()) {
      if (change.experiment() != null) {
        requireKnown(
            changes.place(),
            change.id() + ", experiment",
            change.experiment().id(),
            published.experiments().stream().map(row -> row.experimentId()).toList());
      }
      if (change.geoTest() != null) {
        requireKnown(
            changes.place(),
            change.id() + ", geo_test",
            change.geoTest().id(),
            published.geoTests().stream().map(row -> row.testId()).distinct().toList());
      }
    }
  }

  private static void requireKnown(String place, String rule, String id, List<String> known) {
    if (!known.contains(id)) {
      throw new RuleException(
          place, rule, "id %s is unknown; write one of %s, or declare it".formatted(id, known));
    }
  }

  private static List<Judged> judge(Change change, Thresholds thresholds, Published published) {
    List<Judged> judged = new ArrayList<>();
    Map<Gate, Evidence> evidence = new ChangeEvidence(change, published).all();
    evidence.forEach(
        (gate, found) ->
            judged.add(Judged.of(thresholds.of(gate), found, change.isRequired(gate))));
    return judged;
  }

  private static ReleaseDecision decision(Change change, List<Judged> gates, LocalDate asOf) {
    ReleaseVerdict verdict = ReleaseVerdict.strictest(gates.stream().map(Judged::allows));
    List<Judged> holding =
        gates.stream().filter(gate -> gate.isHeldBack() && gate.allows() == verdict).toList();
    return new ReleaseDecision(
        change.id(),
        asOf,
        change.what(),
        change.owner(),
        change.experiment() == null ? null : change.experiment().id(),
        change.geoTest() == null ? null : change.geoTest().id(),
        change.offer(),
        change.model(),
        verdict.id(),
        holding.isEmpty()
            ? null
            : holding.stream()
                .map(gate -> gate.threshold().gate().id())
                .collect(Collectors.joining(", ")),
        gates.size(),
        count(gates, EnumSet.of(GateStatus.PASS)),
        count(gates, EnumSet.of(GateStatus.WITHHELD)),
        holding.isEmpty()
            ? "All gates pass."
            : holding.stream()
                .map(gate -> words(gate.threshold().gate()) + ": " + gate.reason())
                .collect(Collectors.joining(" ")));
  }

  private static long count(List<Judged> gates, Set<GateStatus> statuses) {
    return gates.stream().filter(gate -> statuses.contains(gate.status())).count();
  }

  private static String words(Gate gate) {
    String words = gate.id().replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
