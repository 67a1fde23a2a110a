package io.growthline.domain.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is summed together.
 *
 * @param grain length of the period, see {@link Grain#id}
 * @param period first day
 * @param dimension {@code all} or a column of the customer
 * @param value value of the dimension, {@code all} or {@code unknown}
 */
public record Cell(String grain, LocalDate period, String dimension, String value) {
  /** The cells in which an event counts that names no customer. */
  static List<Cell> ofUnknown(Grain grain, LocalDate day, List<Dimension> dimensions) {
    LocalDate period = grain.start(day);
    return Stream.concat(
            Stream.of(new Cell(grain.id(), period, Dimension.ALL, Dimension.ALL)),
            dimensions.stream().map(d -> new Cell(grain.id(), period, d.name(), Dimension.UNKNOWN)))
        .toList();
  }

  /** The cell of another period. */
  Cell in(LocalDate other) {
    return new Cell(grain, other, dimension, value);
  }
}
