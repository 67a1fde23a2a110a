package io.growthline.domain.monitoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The verdict on all gates together: the worst of those that are not withheld. */
final class OverallGate {
  private OverallGate() {}

  static ReleaseGate of(LocalDate asOf, List<ReleaseGate> gates) {
    CheckStatus worst =
        gates.stream()
            .map(gate -> CheckStatus.of(gate.verdict()))
            .filter(status -> status != CheckStatus.WITHHELD)
            .max(Comparator.naturalOrder())
            .orElse(CheckStatus.PASS);
    double falseAlarms =
        gates.stream()
            .filter(gate -> gate.falseAlarmRate() != null)
            .mapToDouble(ReleaseGate::falseAlarmRate)
            .sum();
    return new ReleaseGate(
        asOf,
        GateRules.OVERALL,
        worst.id(),
        null,
        null,
        null,
        null,
        0,
        "the worst of all gates that are not withheld",
        judged(worst, gates) + withheld(gates),
        null,
        Math.min(1, falseAlarms));
  }

  private static String judged(CheckStatus worst, List<ReleaseGate> gates) {
    List<String> withheld = named(CheckStatus.WITHHELD, gates);
    if (worst != CheckStatus.PASS) {
      List<String> concerned = named(worst, gates);
      return "%d of %d gates %s: %s."
          .formatted(concerned.size(), gates.size(), worst.id(), String.join(", ", concerned));
    } else if (withheld.isEmpty()) {
      return "All " + gates.size() + " gates pass.";
    } else if (withheld.size() == gates.size()) {
      return "No gate could be judged.";
    }
    return "%d of %d gates pass.".formatted(gates.size() - withheld.size(), gates.size());
  }

  private static String withheld(List<ReleaseGate> gates) {
    List<String> names = named(CheckStatus.WITHHELD, gates);
    return names.isEmpty()
        ? ""
        : " Withheld: %d (%s).".formatted(names.size(), String.join(", ", names));
  }

  private static List<String> named(CheckStatus status, List<ReleaseGate> gates) {
    return gates.stream().filter(gate -> status.is(gate.verdict())).map(ReleaseGate::gate).toList();
  }
}
