package io.growthline.domain.experiment;

import io.growthline.domain.experiment.ExperimentCell.Slice;
import io.growthline.domain.mart.Counts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was counted of one experiment. */
final class ExperimentCounts {
  private final Counts<ExperimentCell> counts;
  private final int place;
  private final Experiment experiment;
  private final SortedMap<Long, SortedSet<String>> values = new TreeMap<>();

  private ExperimentCounts(Counts<ExperimentCell> counts, int place, Experiment experiment) {
    this.counts = counts;
    this.place = place;
    this.experiment = experiment;
    for (ExperimentCell cell : counts.keys()) {
      if (cell.experiment() == place) {
        values.computeIfAbsent(cell.slice(), slice -> new TreeSet<>()).add(cell.value());
      }
    }
  }

  /** Of all experiments in their order; none where no customer was counted at all. */
  static List<ExperimentCounts> of(Counts<ExperimentCell> counts, Experiments experiments) {
    List<ExperimentCounts> all = new ArrayList<>();
    if (!counts.isEmpty()) {
      for (int i = 0; i < experiments.all().size(); i++) {
        all.add(new ExperimentCounts(counts, i, experiments.all().get(i)));
      }
    }
    return all;
  }

  Experiment experiment() {
    return experiment;
  }

  /** Customers of each arm who were exposed. */
  List<Long> exposed(Slice slice) {
    List<Long> arms = new ArrayList<>();
    for (int arm = 0; arm < experiment.arms().size(); arm++) {
      arms.add(counts.get(ExperimentCell.exposed(place, slice, arm), 0));
    }
    return arms;
  }

  /** Customers in no arm: several were seen, or one that is not declared. */
  long inNoArm() {
    return counts.get(ExperimentCell.exposed(place, Slice.WHOLE, ExperimentCell.NO_ARM), 0);
  }

  /** The moments of a metric in an arm. */
  Moments units(int metric, Slice slice, int arm) {
    return moments(ExperimentCell.of(place, metric, slice, arm, ExperimentCell.UNITS));
  }

  /** The moments of its first days and the later ones. */
  Moments course(int metric, int arm) {
    return moments(ExperimentCell.of(place, metric, Slice.WHOLE, arm, ExperimentCell.COURSE));
  }

  /** Customers of an arm whose number of a metric cannot be known. */
  long unknown(int metric, Slice slice, int arm) {
    return counts.get(ExperimentCell.of(place, metric, slice, arm, ExperimentCell.UNKNOWN), 0);
  }

  /** Values of a segment, in order. */
  SortedSet<String> values(int segment) {
    return values.getOrDefault((long) segment, new TreeSet<>());
  }

  /** Days on which somebody was exposed, or the days of somebody's metric were over, in order. */
  List<LocalDate> days() {
    return values(ExperimentCell.BY_DAY).stream().map(LocalDate::parse).toList();
  }

  private Moments moments(ExperimentCell cell) {
    long[] sums = new long[Moments.WIDTH];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = counts.get(cell, i);
    }
    return Moments.of(sums);
  }
}
