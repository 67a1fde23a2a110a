package io.growthline.pages.grid;

import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.util.List;

/** Where the rows of a grid come from. */
public interface Rows {
  /**
   * Some of the rows.
   *
   * @param total rows that match, on all pages
   */
  record Slice(List<Row> rows, long total) {
    public Slice {
      rows = List.copyOf(rows);
    }
  }

  /**
   * The rows of one page.
   *
   * @param searched columns that the search looks at
   * @param size rows of a page; {@link Integer#MAX_VALUE} for all
   */
  Slice read(Source source, GridState state, List<String> searched, int size);
}
