package io.growthline.domain.experiment;

import io.growthline.domain.experiment.ExperimentCell.Slice;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a customer contributes to all experiments, worked out once for all marts. Empty for who is
 * in none.
 */
final class ExperimentUnits {
  /** The sums of an experiment. */
  private static final int WIDTH = Moments.WIDTH;

  private final List<In> in = new ArrayList<>();

  /** The customer in one experiment. */
  private record In(
      int experiment,
      LocalDate exposedOn,
      int arm,
      List<Slice> segments,
      List<MetricUnit> metrics) {}

  /**
   * The customer's number of one metric whose days are over.
   *
   * @param matureOn first day before which all its days were over
   * @param units what is added to {@link Moments}; null where it is not known
   * @param course what is added to those of {@link Novelty}; null for none
   */
  private record MetricUnit(int metric, LocalDate matureOn, long[] units, long[] course) {}

  private ExperimentUnits(CustomerAsOf customer, Experiments experiments) {
    for (int i = 0; i < experiments.all().size(); i++) {
      Experiment experiment = experiments.all().get(i);
      Optional<Enrolment> enrolment = experiment.enrolment(customer);
      if (enrolment.isPresent()) {
        in.add(in(i, experiment, customer, enrolment.get()));
      }
    }
  }

  /**
   * Of a customer; all marts of a run ask with the same experiments.
   *
   * @throws ArithmeticException when a number does not fit 64 bits
   */
  static ExperimentUnits of(CustomerAsOf customer, ExperimentDeclarations declared) {
    return customer.shared(
        ExperimentUnits.class, c -> new ExperimentUnits(c, declared.experiments()));
  }

  static Counts<ExperimentCell> empty() {
    return new Counts<>(ExperimentCell.class, WIDTH);
  }

  /** Counts who was exposed: all of them, by segment and by day. */
  void countExposed(Counts<ExperimentCell> into) {
    into.add(ExperimentCell.ANYBODY, 0, 1);
    for (In each : in) {
      into.add(ExperimentCell.exposed(each.experiment(), Slice.WHOLE, each.arm()), 0, 1);
      into.add(
          ExperimentCell.exposed(each.experiment(), Slice.of(each.exposedOn()), each.arm()), 0, 1);
      for (Slice segment : each.segments()) {
        into.add(ExperimentCell.exposed(each.experiment(), segment, each.arm()), 0, 1);
      }
    }
  }

  /** Adds the numbers of metrics to those of all customers. */
  void countUnits(Counts<ExperimentCell> into) {
    for (In each : in) {
      for (MetricUnit unit : each.metrics()) {
        count(each, unit, Slice.WHOLE, into);
      }
    }
  }

  /** Adds them to those of the customer's segments, and to the course of effects. */
  void countSegments(Counts<ExperimentCell> into) {
    for (In each : in) {
      for (MetricUnit unit : each.metrics()) {
        each.segments().forEach(segment -> count(each, unit, segment, into));
        if (unit.course() != null) {
          into.add(cell(each, unit, Slice.WHOLE, ExperimentCell.COURSE), unit.course());
        }
      }
    }
  }

  /** Adds them to those of the day on which they were first known. */
  void countDays(Counts<ExperimentCell> into) {
    for (In each : in) {
      for (MetricUnit unit : each.metrics()) {
        count(each, unit, Slice.of(unit.matureOn()), into);
      }
    }
  }

  private static void count(In in, MetricUnit unit, Slice slice, Counts<ExperimentCell> into) {
    if (unit.units() == null) {
      into.add(cell(in, unit, slice, ExperimentCell.UNKNOWN), 0, 1);
    } else {
      into.add(cell(in, unit, slice, ExperimentCell.UNITS), unit.units());
    }
  }

  private static ExperimentCell cell(In in, MetricUnit unit, Slice slice, int part) {
    return ExperimentCell.of(in.experiment(), unit.metric(), slice, in.arm(), part);
  }

  private static In in(
      int place, Experiment experiment, CustomerAsOf customer, Enrolment enrolment) {
    List<Slice> segments = new ArrayList<>();
    for (int i = 0; i < experiment.segments().size(); i++) {
      segments.add(
          new Slice(i, Experiment.segment(customer, enrolment, experiment.segments().get(i))));
    }
    int arm = arm(experiment, enrolment);
    return new In(
        place,
        LocalDate.ofInstant(enrolment.exposedAt(), ZoneOffset.UTC),
        arm,
        segments,
        arm == ExperimentCell.NO_ARM ? List.of() : metrics(experiment, customer, enrolment));
  }

  private static int arm(Experiment experiment, Enrolment enrolment) {
    for (int i = 0; i < experiment.arms().size(); i++) {
      if (experiment.arms().get(i).name().equals(enrolment.arm())) {
        return i;
      }
    }
    return ExperimentCell.NO_ARM;
  }

  private static List<MetricUnit> metrics(
      Experiment experiment, CustomerAsOf customer, Enrolment enrolment) {
    List<MetricUnit> units = new ArrayList<>();
    for (int i = 0; i < experiment.metrics().size(); i++) {
      ExperimentMetric metric = experiment.metrics().get(i);
      if (metric.isMature(enrolment, customer.asOf())) {
        units.add(
            new MetricUnit(
                i,
                midnightAfter(metric.end(enrolment)),
                metric.unit(customer, enrolment).orElse(null),
                metric
                    .parts()
                    .flatMap(days -> metric.course(customer, enrolment, days))
                    .orElse(null)));
      }
    }
    return units;
  }

  private static LocalDate midnightAfter(Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(instant) ? day : day.plusDays(1);
  }
}
