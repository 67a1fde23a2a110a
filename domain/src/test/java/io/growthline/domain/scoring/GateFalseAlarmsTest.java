package io.growthline.domain.scoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.growthline.domain.monitoring.CheckStatus;
import io.growthline.domain.monitoring.GateRules;
import io.growthline.domain.monitoring.Measured;
import io.growthline.domain.monitoring.ReleaseGate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often each gate alarms in simulated worlds whose true figure is known, at the fewest rows
 * with which it judges. The worst world without a fault is one whose figure lies on the threshold.
 */
class GateFalseAlarmsTest {
  private static final int DRAWS = 200;
  private static final double POWER = 0.8;
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final GateRules GATES = GateRules.standard();
  private static final Simulated SIMULATED = new Simulated();

  /** A figure drawn in a world where it is truly of this size. */
  interface World {
    Measured draw(double size, SplittableRandom random);
  }

  /**
   * A gate, and where its world lies.
   *
   * @param fail the figure on the threshold of failing; NaN for a gate that only warns
   * @param warn the figure on the threshold of warning
   * @param fault the fault that is declared
   */
  record Gate(String gate, String measure, World world, double fail, double warn, double fault) {
    static Gate of(String name, World world, double fail, double warn, double fault) {
      return new Gate(name, name, world, fail, warn, fault);
    }

    Gate on(String other) {
      return new Gate(gate, other, world, fail, warn, fault);
    }

    double share(double size, Set<CheckStatus> alarms) {
      int alarmed = 0;
      SplittableRandom random = new SplittableRandom(gate.hashCode());
      for (int i = 0; i < DRAWS; i++) {
        ReleaseGate row =
            GATES.judgeMeasured(DAY, Map.of(measure, world.draw(size, random.split()))).get(0);
        alarmed += alarms.contains(CheckStatus.of(row.verdict())) ? 1 : 0;
      }
      return (double) alarmed / DRAWS;
    }

    CheckStatus worst() {
      return Double.isNaN(fail) ? CheckStatus.WARN : CheckStatus.FAIL;
    }

    @Override
    public String toString() {
      return gate;
    }
  }

  static List<Gate> gates() {
    World rare = (size, random) -> SIMULATED.auc(100, 400, size, random);
    World even = (size, random) -> SIMULATED.auc(175, 225, size, random);
    World drift = (size, random) -> SIMULATED.psi(size, Measured.ERROR, random);
    return List.of(
        Gate.of("churn_auc", rare, 0.60, 0.65, 0.50),
        Gate.of(
            "churn_skill", (size, random) -> SIMULATED.skill(400, size, random), 0, 0.02, -0.81),
        Gate.of("churn_calibration", calibration(400), 0.10, 0.05, 0.25)
            .on("churn_calibration_error"),
        Gate.of("churn_score_drift", drift, 0.25, 0.10, 2.0).on("churn_score_psi"),
        Gate.of("activation_auc", even, 0.55, 0.65, 0.45),
        Gate.of("activation_calibration", calibration(300), 0.15, 0.08, 0.30)
            .on("activation_calibration_error"),
        Gate.of("activation_score_drift", drift, 0.50, 0.10, 2.5).on("activation_score_psi"),
        Gate.of("response_auc", even, 0.55, 0.60, 0.45),
        Gate.of("response_calibration", calibration(300), 0.10, 0.05, 0.25)
            .on("response_calibration_error"),
        Gate.of("response_score_drift", drift, 0.50, 0.10, 2.5).on("response_score_psi"),
        Gate.of("features_drifted", SIMULATED::features, Double.NaN, 0.25, 2.5),
        Gate.of("rejected_records", SIMULATED::rejected, 0.05, 0.01, 0.15).on("dead_letter_share"));
  }

  private static World calibration(int rows) {
    return (size, random) -> SIMULATED.calibrationError(rows, size, random);
  }

  @ParameterizedTest
  @MethodSource("gates")
  void onTheThresholdAGateAlarmsAtMostAsOftenAsStated(Gate gate) {
    double most = atMost(Measured.ERROR);

    if (!Double.isNaN(gate.fail())) {
      assertThat(
          "fails", gate.share(gate.fail(), Set.of(CheckStatus.FAIL)), lessThanOrEqualTo(most));
    }
    assertThat(
        "warns",
        gate.share(gate.warn(), Set.of(CheckStatus.WARN, CheckStatus.FAIL)),
        lessThanOrEqualTo(most));
  }

  @ParameterizedTest
  @MethodSource("gates")
  void theFaultThatIsDeclaredIsFound(Gate gate) {
    assertThat(gate.share(gate.fault(), Set.of(gate.worst())), greaterThanOrEqualTo(POWER));
  }

  @Test
  void everyGateThatIsNotCountedInFullIsSimulated() {
    Set<String> simulated = gates().stream().map(Gate::gate).collect(Collectors.toSet());
    Set<String> counted = Set.of("conservation", "data_quality", "data_quality_warnings");

    for (ReleaseGate gate : GATES.judge(DAY, Map.of())) {
      if (!gate.gate().equals(GateRules.OVERALL)) {
        assertThat(
            gate.gate(),
            simulated.contains(gate.gate()) || counted.contains(gate.gate()),
            is(true));
      }
    }
  }

  /** As many as a gate of exactly this rate shows in all but one of a thousand simulations. */
  private static double atMost(double rate) {
    return (double) new BinomialDistribution(DRAWS, rate).inverseCumulativeProbability(0.999)
        / DRAWS;
  }
}
