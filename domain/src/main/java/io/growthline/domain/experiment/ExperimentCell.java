package io.growthline.domain.experiment;

import java.time.LocalDate;

/**
 * Where customers of experiments are counted. Experiments, metrics, segments and arms are their
 * places in the declaration, so that a key is short.
 *
 * @param experiment place of the experiment
 * @param metric place of the metric, or one of {@link #EXPOSED}
 * @param slice place of the segment, or {@link #ALL}, {@link #BY_DAY}
 * @param value value of the segment, or the day
 * @param arm place of the arm; {@link #NO_ARM} for who is in none
 * @param part what of the metric is counted
 */
public record ExperimentCell(
    long experiment, long metric, long slice, String value, long arm, long part) {
  /** Stands for the metric where customers are counted who were exposed. */
  static final int EXPOSED = -1;

  /** All customers. */
  static final int ALL = -1;

  /** Days: of exposure, or those on which the days of a metric were first over. */
  static final int BY_DAY = -2;

  /** Several arms, or one that is not declared. */
  static final int NO_ARM = -1;

  /** Value and name of {@link #ALL}. */
  static final String EVERYBODY = "all";

  /** Moments of the metric. */
  static final int UNITS = 0;

  /** Moments of the first days and the later ones. */
  static final int COURSE = 1;

  /** Customers whose number is not known. */
  static final int UNKNOWN = 2;

  /** Somebody was counted: in an experiment or not. */
  static final ExperimentCell ANYBODY =
      new ExperimentCell(-1, EXPOSED, ALL, EVERYBODY, NO_ARM, UNITS);

  static ExperimentCell exposed(int experiment, Slice slice, int arm) {
    return new ExperimentCell(experiment, EXPOSED, slice.place(), slice.value(), arm, UNITS);
  }

  static ExperimentCell of(int experiment, int metric, Slice slice, int arm, int part) {
    return new ExperimentCell(experiment, metric, slice.place(), slice.value(), arm, part);
  }

  /**
   * A part of the customers.
   *
   * @param place place of the segment, {@link #ALL} or {@link #BY_DAY}
   * @param value its value
   */
  record Slice(int place, String value) {
    static final Slice WHOLE = new Slice(ALL, EVERYBODY);

    static Slice of(LocalDate day) {
      return new Slice(BY_DAY, day.toString());
    }
  }
}
