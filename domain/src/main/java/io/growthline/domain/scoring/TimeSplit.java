package io.growthline.domain.scoring;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rows split by time: training, then validation, then hold-out. A row is used before a boundary
 * only when its outcome was known by then, so nothing of the later part leaks into the earlier.
 */
record TimeSplit(
    List<LabelledRow> train,
    List<LabelledRow> validation,
    List<LabelledRow> holdout,
    LocalDate validationFrom,
    LocalDate holdoutFrom) {

  /** Share of rows that the hold-out, and of the rest the validation, takes at least. */
  private static final double SHARE = 0.2;

  /**
   * @param rows in order of their day, at least one
   * @param labelDays days after which an outcome is known
   */
  static TimeSplit of(List<LabelledRow> rows, int labelDays) {
    LocalDate holdoutFrom = lastDays(rows);
    List<LabelledRow> early = keep(rows, r -> !r.day().plusDays(labelDays).isAfter(holdoutFrom));
    List<LabelledRow> holdout = keep(rows, r -> !r.day().isBefore(holdoutFrom));
    if (early.isEmpty()) {
      return new TimeSplit(List.of(), List.of(), holdout, holdoutFrom, holdoutFrom);
    }
    LocalDate validationFrom = lastDays(early);
    return new TimeSplit(
        keep(early, r -> !r.day().plusDays(labelDays).isAfter(validationFrom)),
        keep(early, r -> !r.day().isBefore(validationFrom)),
        holdout,
        validationFrom,
        holdoutFrom);
  }

  // The latest day from which on at least the share of all rows lies.
  private static LocalDate lastDays(List<LabelledRow> rows) {
    return rows.get((int) Math.floor(rows.size() * (1 - SHARE))).day();
  }

  private static List<LabelledRow> keep(List<LabelledRow> rows, Predicate<LabelledRow> which) {
    return rows.stream().filter(which).toList();
  }
}
