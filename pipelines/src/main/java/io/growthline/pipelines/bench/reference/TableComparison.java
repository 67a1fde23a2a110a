package io.growthline.pipelines.bench.reference;

import java.util.List;
import java.util.Locale;

/**
 * A published table against the same table made by SQL.
 *
 * @param table {@code dataset.table}
 * @param rows rows that are published
 * @param referenceRows rows that SQL made
 * @param onlyPublished published rows that SQL did not make
 * @param onlyReference rows that SQL made and that are not published
 * @param notCompared columns, and metrics by grain, that SQL did not make
 */
public record TableComparison(
    String table,
    long rows,
    long referenceRows,
    long onlyPublished,
    long onlyReference,
    List<String> notCompared) {

  /** Whether both hold the same rows. */
  public boolean isEqual() {
    return rows == referenceRows && onlyPublished == 0 && onlyReference == 0;
  }

  /** The difference as a sentence. */
  public String difference() {
    return String.format(
        Locale.ROOT,
        "%s differs from the reference: %,d of %,d rows are only in ours, %,d of %,d only in the"
            + " reference.",
        table,
        onlyPublished,
        rows,
        onlyReference,
        referenceRows);
  }
}
