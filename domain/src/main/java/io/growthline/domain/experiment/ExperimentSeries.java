package io.growthline.domain.experiment;

import static io.growthline.domain.experiment.ExperimentResults.known;
import static io.growthline.domain.experiment.ExperimentResults.of;

import io.growthline.domain.experiment.ExperimentCell.Slice;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The effects of all experiments as they were known on each day. */
public final class ExperimentSeries implements TotalMart<Counts<ExperimentCell>, ExperimentPoint> {
  private final ExperimentDeclarations declared;

  public ExperimentSeries(ExperimentDeclarations declared) {
    this.declared = declared;
  }

  @Override
  public Class<ExperimentPoint> table() {
    return ExperimentPoint.class;
  }

  @Override
  public Counts<ExperimentCell> empty() {
    return ExperimentUnits.empty();
  }

  @Override
  public void count(CustomerAsOf customer, Counts<ExperimentCell> into) {
    ExperimentUnits.of(customer, declared).countDays(into);
  }

  @Override
  public List<ExperimentPoint> rows(Counts<ExperimentCell> all, LocalDate asOf) {
    List<ExperimentPoint> rows = new ArrayList<>();
    for (ExperimentCounts counts : ExperimentCounts.of(all, declared.experiments())) {
      for (int metric = 0; metric < counts.experiment().metrics().size(); metric++) {
        for (int arm = 1; arm < counts.experiment().arms().size(); arm++) {
          add(counts, metric, arm, rows);
        }
      }
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "nobody was exposed to a declared experiment so long ago that the days of a metric are over";
  }

  private static void add(
      ExperimentCounts counts, int metric, int arm, List<ExperimentPoint> rows) {
    Moments control = Moments.none();
    Moments treatment = Moments.none();
    for (LocalDate day : counts.days()) {
      Moments newControl = counts.units(metric, Slice.of(day), 0);
      Moments newTreatment = counts.units(metric, Slice.of(day), arm);
      if (newControl.n() + newTreatment.n() > 0) {
        control = control.plus(newControl);
        treatment = treatment.plus(newTreatment);
        rows.add(row(counts.experiment(), metric, arm, day, control, treatment));
      }
    }
  }

  private static ExperimentPoint row(
      Experiment experiment,
      int place,
      int arm,
      LocalDate day,
      Moments control,
      Moments treatment) {
    ExperimentMetric metric = experiment.metrics().get(place);
    Estimate so = Estimate.of(metric, control, treatment, experiment.plan().level());
    return new ExperimentPoint(
        experiment.id(),
        metric.name(),
        experiment.arms().get(arm).name(),
        day,
        treatment.n(),
        control.n(),
        known(so.treatment().mean()),
        known(so.control().mean()),
        of(so.effect(), e -> e.difference().estimate()),
        of(so.effect(), e -> e.difference().lower()),
        of(so.effect(), e -> e.difference().upper()),
        of(so.always(), a -> a.difference().lower()),
        of(so.always(), a -> a.difference().upper()));
  }
}
