package io.growthline.domain.scoring;

import io.growthline.domain.contract.TableSpec;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * All that the platform must know of a model to train it, score with it, watch it and answer for
 * it. Its gates are in {@code gates.yaml}, the words for its features in {@code reasons.yaml}.
 *
 * @param name in tables, files and addresses
 * @param predicts what the probability is of, as a phrase
 * @param history inputs of the past; all stand before the label in their table, since what a table
 *     declares from its outcome on is known only with the outcome
 * @param day column of the history with the day on which the inputs were known
 * @param label column of the history with the outcome, absent until it is known
 * @param labelDays days from {@code day} until the outcome is known
 * @param latest inputs of today; the same names in the same order as those of the past
 * @param candidates which rows of today are scored
 * @param <H> record of the past
 * @param <C> record of today
 */
public record ModelSpec<H extends Record, C extends Record>(
    String name,
    String predicts,
    Features<H> history,
    String day,
    String label,
    int labelDays,
    Features<C> latest,
    Candidates candidates)
    implements Serializable {

  public ModelSpec {
    if (!history.names().equals(latest.names())) {
      throw new IllegalArgumentException(
          "Model " + name + " learns from " + history.names() + " but scores " + latest.names());
    }
    for (String input : history.names()) {
      if (history.table().indexOf(input) >= history.table().indexOf(label)) {
        throw new IllegalArgumentException(
            "Model %s learns from %s, which table %s declares from its outcome %s on: it is known only after the outcome"
                .formatted(name, input, history.table().id(), label));
      }
    }
  }

  /** A past row with its outcome, which must be known. */
  public LabelledRow labelled(H row) {
    return new LabelledRow(dayOf(row), history.values(row), (Boolean) historic(row, label));
  }

  /** The day on which the inputs of a past row were known. */
  public LocalDate dayOf(H row) {
    return (LocalDate) historic(row, day);
  }

  /**
   * Whether the outcome of a row of today is still open. Tables of today without the outcome have
   * open outcomes only.
   */
  public boolean isOpen(C row) {
    TableSpec<C> table = latest.table();
    return !table.has(label) || table.value(row, table.indexOf(label)) == null;
  }

  private Object historic(H row, String column) {
    TableSpec<H> table = history.table();
    return table.value(row, table.indexOf(column));
  }
}
