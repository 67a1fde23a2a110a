package io.growthline.domain.experiment;

import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All declared experiments, and what to do with each. */
public final class ExperimentSummaries
    implements TotalMart<Counts<ExperimentCell>, ExperimentSummary> {
  private final ExperimentDeclarations declared;

  public ExperimentSummaries(ExperimentDeclarations declared) {
    this.declared = declared;
  }

  @Override
  public Class<ExperimentSummary> table() {
    return ExperimentSummary.class;
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
  }

  @Override
  public List<ExperimentSummary> rows(Counts<ExperimentCell> all, LocalDate asOf) {
    List<ExperimentSummary> rows = new ArrayList<>();
    for (ExperimentCounts counts : ExperimentCounts.of(all, declared.experiments())) {
      rows.add(row(counts, new ExperimentAnalysis(counts, asOf), asOf));
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no customers, or no experiment is declared";
  }

  private static ExperimentSummary row(
      ExperimentCounts counts, ExperimentAnalysis analysis, LocalDate asOf) {
    Experiment experiment = counts.experiment();
    ExperimentAnalysis.Enrolled enrolled = analysis.enrolled();
    boolean started = enrolled.first() != null;
    Outlook outlook = Outlook.of(counts, analysis, asOf);
    Memo memo = started ? Memo.of(analysis) : null;
    return new ExperimentSummary(
        experiment.id(),
        asOf,
        experiment.hypothesis(),
        experiment.owner(),
        experiment.metrics().get(0).name(),
        experiment.arms().stream().map(Exposure.Arm::name).collect(Collectors.joining(", ")),
        text(experiment.shares()),
        text(enrolled.arms()),
        enrolled.arms().stream().mapToLong(n -> n).sum(),
        counts.inNoArm(),
        enrolled.first(),
        enrolled.last(),
        started ? (Double) enrolled.ratio().pValue() : null,
        enrolled.fault().isEmpty() ? null : enrolled.fault(),
        enrolled.days(),
        experiment.plan().minimumDays(),
        outlook.needed(),
        outlook.daysLeft(),
        memo == null ? null : memo.decision().text(),
        memo == null ? null : memo.arm(),
        memo == null ? nobody(counts) : String.join(" ", memo.reasons()));
  }

  private static String nobody(ExperimentCounts counts) {
    String sources = String.join(", ", counts.experiment().exposure().sources());
    return counts.inNoArm() > 0
        ? "All who were exposed saw several arms, or one that is not declared."
        : sources.isEmpty()
            ? "No account was open on the days of exposure."
            : "Nobody was exposed yet: %s has no row of it.".formatted(sources);
  }

  private static String text(List<?> numbers) {
    return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
