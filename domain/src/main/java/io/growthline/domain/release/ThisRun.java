package io.growthline.domain.release;

import io.growthline.domain.monitoring.CheckStatus;
import io.growthline.domain.monitoring.GateRules;
import io.growthline.domain.monitoring.ReleaseGate;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The decision on the release of a run, which its own gates make: what fails blocks, what warns or
 * could not be judged limits.
 *
 * @param all gates of the run, with the overall one
 */
record ThisRun(List<ReleaseGate> all, LocalDate asOf) {
  List<ReleaseDecisionGate> gates() {
    return judged().stream().map(this::row).toList();
  }

  private List<ReleaseGate> judged() {
    return all.stream().filter(gate -> !gate.gate().equals(GateRules.OVERALL)).toList();
  }

  ReleaseDecision decision() {
    List<ReleaseGate> gates = judged();
    ReleaseVerdict verdict =
        ReleaseVerdict.strictest(gates.stream().map(gate -> allows(gate.verdict())));
    List<ReleaseGate> holding =
        verdict == ReleaseVerdict.SHIP
            ? List.of()
            : gates.stream().filter(gate -> allows(gate.verdict()) == verdict).toList();
    return new ReleaseDecision(
        ReleaseDecisions.THIS_RUN,
        asOf,
        "Tables and models of this run are served.",
        "platform",
        null,
        null,
        null,
        null,
        verdict.id(),
        holding.isEmpty()
            ? null
            : holding.stream().map(ReleaseGate::gate).collect(Collectors.joining(", ")),
        gates.size(),
        gates.stream().filter(gate -> CheckStatus.PASS.is(gate.verdict())).count(),
        gates.stream().filter(gate -> CheckStatus.WITHHELD.is(gate.verdict())).count(),
        holding.isEmpty()
            ? "All gates pass."
            : holding.stream().map(ReleaseGate::explanation).collect(Collectors.joining(" ")));
  }

  private ReleaseDecisionGate row(ReleaseGate gate) {
    ReleaseVerdict allows = allows(gate.verdict());
    return new ReleaseDecisionGate(
        ReleaseDecisions.THIS_RUN,
        gate.gate(),
        asOf,
        gate.value(),
        gate.lower(),
        gate.upper(),
        gate.threshold(),
        false,
        status(gate.verdict()).id(),
        allows.id(),
        "monitoring.release_gates",
        "gate=" + gate.gate(),
        gate.withheldBecause() == null ? gate.explanation() : gate.withheldBecause());
  }

  private static ReleaseVerdict allows(String verdict) {
    return switch (CheckStatus.of(verdict)) {
      case PASS -> ReleaseVerdict.SHIP;
      case WARN, WITHHELD -> ReleaseVerdict.LIMITED_ROLLOUT;
      case FAIL -> ReleaseVerdict.BLOCK;
    };
  }

  private static GateStatus status(String verdict) {
    return CheckStatus.WITHHELD.is(verdict) ? GateStatus.WITHHELD : GateStatus.of(allows(verdict));
  }
}
