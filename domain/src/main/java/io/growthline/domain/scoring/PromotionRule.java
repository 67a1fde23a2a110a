package io.growthline.domain.scoring;

import io.growthline.domain.monitoring.CheckStatus;
import io.growthline.domain.monitoring.GateRules;
import io.growthline.domain.monitoring.ReleaseGate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides whether a candidate goes into production by itself: its gates have judged it, none fails,
 * and nobody has rolled the model back since. Everything else waits for a person.
 */
public final class PromotionRule {
  private final ModelRegistry registry;
  private final GateRules gates;

  public PromotionRule(ModelRegistry registry, GateRules gates) {
    this.registry = registry;
    this.gates = gates;
  }

  /**
   * Promotes a candidate, or leaves it one.
   *
   * @param run id of the run that decides
   * @return empty when the version is in production now, else the sentence that says why not
   */
  public Optional<String> apply(TrainedModel trained, String run) {
    ModelMetadata candidate = trained.metadata();
    List<ReleaseGate> judged =
        gates.judgeMeasured(candidate.asOf(), ModelMeasures.of(candidate, trained.calibration()));
    List<ReleaseGate> failed = failed(judged);
    if (failed.isEmpty()) {
      return apply(candidate.name(), candidate.version(), run, "No gate fails.", verdicts(judged));
    }
    return Optional.of(
        waits(
            candidate.name(),
            candidate.version(),
            failed.stream().map(ReleaseGate::explanation).collect(Collectors.joining(" "))));
  }

  /**
   * Promotes a candidate that has passed whatever judges it.
   *
   * @param why what speaks for it
   * @param result what that rests on
   * @return empty when the version is in production now, else the sentence that says why not
   */
  public Optional<String> apply(
      String model, String version, String run, String why, String result) {
    ModelStage stage = registry.stages(model).get(version);
    if (stage == ModelStage.PRODUCTION) {
      return Optional.empty();
    }
    if (stage != ModelStage.CANDIDATE) {
      return Optional.of(waits(model, version, "It is in stage " + stage.id() + "."));
    }
    Optional<JournalEntry> held = registry.promotion(model).filter(JournalEntry::held);
    if (held.isPresent()) {
      return Optional.of(
          waits(
              model,
              version,
              held.get().by() + " rolled the model back: " + held.get().why().strip()));
    }
    registry.promote(model, version, new Decision("run " + run, why, result));
    return Optional.empty();
  }

  private static List<ReleaseGate> failed(List<ReleaseGate> judged) {
    return judged.stream().filter(gate -> CheckStatus.FAIL.is(gate.verdict())).toList();
  }

  private String waits(String model, String version, String reason) {
    return "Model %s %s waits for 'growthline models promote': %s %s"
        .formatted(
            model,
            version,
            reason.endsWith(".") ? reason : reason + ".",
            registry
                .production(model)
                .map(current -> "Version " + current + " stays in production.")
                .orElse("No version is in production."));
  }

  private static String verdicts(List<ReleaseGate> gates) {
    return gates.stream()
        .map(gate -> gate.gate() + " " + gate.verdict())
        .collect(Collectors.joining(", "));
  }
}
