package io.growthline.domain.release;

import io.growthline.domain.experiment.ExperimentResult;
import io.growthline.domain.experiment.ExperimentSummary;
import io.growthline.domain.geo.GeoIncrementality;
import io.growthline.domain.monitoring.ReleaseGate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Published evidence that lets a change be shipped, until a test spoils a part of it. */
final class GoodEvidence {
  static final Change CHANGE =
      new Change(
          "checklist",
          "New customers see a checklist.",
          "growth",
          new Change.Trial(
              "onboarding",
              "treatment",
              "complained",
              "support_contacts",
              List.of("income_segment"),
              "vulnerable_customer"),
          new Change.GeoTest("radio", "signups", "did"),
          "boost",
          "activation",
          new Change.Review("care", 50),
          null);

  private static final LocalDate DAY = LocalDate.parse("2026-07-01");

  private final Map<List<String>, double[]> effects = new LinkedHashMap<>();
  private String verdict = "ok";
  private String verdictReason;
  private double sampleRatio = 0.5;
  private Double[] geo = {5.0, 3.0, 7.0};
  private OfferShown offer = shown(10, 300, 100);
  private final Map<String, ReleaseGate> gates = new LinkedHashMap<>();
  private long cases = 20;

  GoodEvidence() {
    effect("funded", "all", "all", 0.08, 0.01);
    effect("complained", "all", "all", 0.0, 0.001);
    effect("support_contacts", "all", "all", 0.0, 0.002);
    effect("funded", "income_segment", "high", 0.08, 0.01);
    effect("funded", "income_segment", "low", 0.08, 0.01);
    effect("funded", "vulnerable_customer", "true", 0.08, 0.01);
    gate("activation_calibration", 0.02, 0.01);
    gate("activation_score_drift", 0.03, 0.01);
  }

  GoodEvidence effect(String metric, String dimension, String value, double effect, double error) {
    effects.put(List.of(metric, dimension, value), new double[] {effect, error});
    return this;
  }

  GoodEvidence without(String metric, String dimension, String value) {
    effects.put(List.of(metric, dimension, value), null);
    return this;
  }

  GoodEvidence inconclusive(String reason) {
    verdict = "inconclusive";
    verdictReason = reason;
    return this;
  }

  GoodEvidence sampleRatio(double p) {
    sampleRatio = p;
    return this;
  }

  GoodEvidence geo(double att, Double lower, Double upper) {
    geo = new Double[] {att, lower, upper};
    return this;
  }

  GoodEvidence offer(long complaints, long support, long reviews) {
    offer = shown(complaints, support, reviews);
    return this;
  }

  GoodEvidence gate(String gate, double value, double half) {
    gates.put(gate, releaseGate(gate, "pass", value, half));
    return this;
  }

  GoodEvidence cases(long waiting) {
    cases = waiting;
    return this;
  }

  static ReleaseGate releaseGate(String gate, String verdict, double value, double half) {
    return new ReleaseGate(
        DAY,
        gate,
        verdict,
        value,
        value - half,
        value + half,
        500L,
        100,
        "rule",
        "text",
        null,
        0.01);
  }

  private static OfferShown shown(long complaints, long support, long reviews) {
    return new OfferShown(
        "boost", 10_000, 10_000, complaints, support, reviews, 10_000, 2_500, 0, 0, 0);
  }

  Published published() {
    List<ExperimentResult> results = new ArrayList<>();
    effects.forEach((key, effect) -> results.add(result(key, effect)));
    return new Published(
        List.of(summary()),
        results,
        List.of(geoTest()),
        List.of(new FairValue(offer).row(DAY)),
        Map.of("care", cases),
        List.copyOf(gates.values()));
  }

  private ExperimentResult result(List<String> key, double[] effect) {
    String metric = key.get(0);
    boolean primary = metric.equals("funded");
    boolean known = effect != null;
    double error = known ? effect[1] : 0;
    return new ExperimentResult(
        "onboarding",
        metric,
        "treatment",
        key.get(1),
        key.get(2),
        DAY,
        "control",
        primary ? "primary" : "guardrail",
        "proportion",
        primary ? "up_is_good" : "down_is_good",
        28,
        0.95,
        4_000,
        2_000,
        2_000,
        null,
        key.get(2).equals("high") ? 0.8 : 0.6,
        known ? (Double) effect[0] : null,
        known ? (Double) (effect[0] - 1.96 * error) : null,
        known ? (Double) (effect[0] + 1.96 * error) : null,
        null,
        null,
        null,
        known ? (Double) error : null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        known ? verdict : "invalid",
        known ? verdictReason : "Too few customers.",
        null);
  }

  private ExperimentSummary summary() {
    return new ExperimentSummary(
        "onboarding",
        DAY,
        null,
        "growth",
        "funded",
        "control, treatment",
        "0.5, 0.5",
        "2000, 2000",
        4_000,
        0,
        DAY,
        DAY,
        sampleRatio,
        null,
        30,
        28,
        null,
        null,
        "ship",
        "treatment",
        "");
  }

  private GeoIncrementality geoTest() {
    return new GeoIncrementality(
        "radio",
        "signups",
        "did",
        DAY,
        DAY,
        DAY,
        2,
        10,
        100,
        42,
        geo[0],
        geo[1],
        geo[2],
        null,
        null,
        null,
        null,
        null,
        null,
        0.01,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "ok",
        "All agree.");
  }
}
