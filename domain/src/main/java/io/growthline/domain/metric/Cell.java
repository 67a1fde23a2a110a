package io.growthline.domain.metric;

import java.time.LocalDate;

/**
 * What is summed together.
 *
 * @param grain length of the period, see {@link Grain#id}
 * @param period first day
 * @param dimension {@code all} or a column of the customer
 * @param value value of the dimension, {@code all} or {@code unknown}
 */
public record Cell(String grain, LocalDate period, String dimension, String value) {
  /** The cell of another period. */
  Cell in(LocalDate other) {
    return new Cell(grain, other, dimension, value);
  }
}
