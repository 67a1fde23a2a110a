package io.growthline.pages.campaign;

import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** Asks the tables of one publication. */
@FunctionalInterface
public interface Published {
  /**
   * Rows of one SELECT that DuckDB and GoogleSQL both understand.
   *
   * @param parameters values of {@code @name}
   */
  List<Row> query(String sql, Map<String, ?> parameters);
}
