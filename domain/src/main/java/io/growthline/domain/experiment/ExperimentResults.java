package io.growthline.domain.experiment;

import io.growthline.domain.experiment.Estimate.Adjusted;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the arms of all experiments changed, over all customers and by segment. */
public final class ExperimentResults
    implements TotalMart<Counts<ExperimentCell>, ExperimentResult> {
  private final ExperimentDeclarations declared;

  public ExperimentResults(ExperimentDeclarations declared) {
    this.declared = declared;
  }

  @Override
  public Class<ExperimentResult> table() {
    return ExperimentResult.class;
  }

  @Override
  public Counts<ExperimentCell> empty() {
    return ExperimentUnits.empty();
  }

  @Override
  public void count(CustomerAsOf customer, Counts<ExperimentCell> into) {
    ExperimentUnits units = ExperimentUnits.of(customer, declared);
    units.countExposed(into);
    units.countUnits(into);
    units.countSegments(into);
  }

  @Override
  public List<ExperimentResult> rows(Counts<ExperimentCell> all, LocalDate asOf) {
    List<ExperimentResult> rows = new ArrayList<>();
    for (ExperimentCounts counts : ExperimentCounts.of(all, declared.experiments())) {
      for (Comparison comparison : new ExperimentAnalysis(counts, asOf).comparisons()) {
        rows.add(row(counts, comparison, asOf));
      }
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "nobody was exposed to a declared experiment";
  }

  private static ExperimentResult row(
      ExperimentCounts counts, Comparison comparison, LocalDate asOf) {
    Experiment experiment = counts.experiment();
    Comparison.Of of = comparison.of();
    ExperimentMetric metric = experiment.metrics().get(of.metric());
    Estimate estimate = comparison.estimate();
    Effect effect = estimate.effect();
    Adjusted adjusted = estimate.adjusted();
    List<Long> exposed = counts.exposed(of.slice());
    return new ExperimentResult(
        experiment.id(),
        metric.name(),
        experiment.arms().get(of.arm()).name(),
        of.isWhole() ? ExperimentCell.EVERYBODY : experiment.segments().get(of.slice().place()),
        of.slice().value(),
        asOf,
        experiment.control().name(),
        metric.role().text(),
        metric.kind().text(),
        metric.direction().text(),
        metric.windowDays(),
        experiment.plan().level(),
        exposed.get(0) + exposed.get(of.arm()),
        estimate.treatment().n(),
        estimate.control().n(),
        known(estimate.treatment().mean()),
        known(estimate.control().mean()),
        of(effect, e -> e.difference().estimate()),
        of(effect, e -> e.difference().lower()),
        of(effect, e -> e.difference().upper()),
        of(relative(effect), Interval::estimate),
        of(relative(effect), Interval::lower),
        of(relative(effect), Interval::upper),
        of(effect, Effect::standardError),
        of(effect, Effect::pValue),
        known(comparison.qValue()),
        of(estimate.always(), a -> a.difference().lower()),
        of(estimate.always(), a -> a.difference().upper()),
        of(estimate.always(), AlwaysValid::pValue),
        of(adjusted, a -> a.difference().estimate()),
        of(adjusted, a -> a.difference().lower()),
        of(adjusted, a -> a.difference().upper()),
        of(adjusted, Adjusted::removed),
        known(comparison.segmentP()),
        of(effect, e -> detectable(experiment, e)),
        metric.options().detect() == null ? null : of(effect, e -> power(experiment, metric, e)),
        metric.options().bound(),
        comparison.guardrail(metric).map(GuardrailState::text).orElse(null),
        comparison.judgement().verdict().text(),
        text(comparison.judgement().reasons()),
        text(comparison.warnings()));
  }

  private static double detectable(Experiment experiment, Effect effect) {
    return new Power(experiment.plan().alpha(), Power.USUAL.power())
        .detectable(effect.control(), effect.treatment());
  }

  private static double power(Experiment experiment, ExperimentMetric metric, Effect effect) {
    return Power.of(
        metric.options().detect(), effect.control(), effect.treatment(), experiment.plan().alpha());
  }

  private static Interval relative(Effect effect) {
    return effect == null ? null : effect.relative();
  }

  static String text(List<String> reasons) {
    return reasons.isEmpty() ? null : String.join(" ", reasons);
  }

  static Double known(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }

  static <T> Double of(T of, Function<T, Double> value) {
    return of == null ? null : value.apply(of);
  }
}
