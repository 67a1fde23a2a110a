package io.growthline.pages.grid;

import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows of a SELECT. The warehouse searches, sorts and cuts, so many rows cost no more than a page
 * of them. What people type is bound as a parameter; names are those that the grid declares.
 *
 * @param select the statement, without an order
 * @param order columns that order the rows, the same way at each reading
 * @param parameters values of {@code @name} in the statement
 */
public record SqlRows(String select, String order, Map<String, ?> parameters) implements Rows {
  private static final String TOTAL = "rows_in_all";

  @Override
  public Slice read(Source source, GridState state, List<String> searched, int size) {
    Map<String, Object> values = new HashMap<>(parameters);
    String matching = " FROM (" + select + ") AS g" + where(state, searched, values);
    String sql =
        "SELECT g.*, COUNT(*) OVER () AS "
            + TOTAL
            + matching
            + " ORDER BY "
            + (state.sort().isEmpty()
                ? ""
                : state.sort() + (state.descending() ? " DESC" : " ASC") + " NULLS LAST, ")
            + order
            + " LIMIT "
            + size
            + " OFFSET "
            + (state.page() - 1) * size;
    List<Row> rows = source.query(sql, values);
    if (rows.isEmpty() && state.page() > 1) {
      return read(source, state.onPage(1), searched, size);
    }
    long total = rows.isEmpty() ? 0 : (Long) rows.get(0).get(TOTAL);
    return new Slice(rows.stream().map(SqlRows::withoutTotal).toList(), total);
  }

  private static String where(GridState state, List<String> searched, Map<String, Object> values) {
    List<String> conditions = new ArrayList<>();
    if (!state.search().isEmpty()) {
      values.put("grid_search", state.search().toLowerCase(Locale.ROOT).replace('_', ' '));
      conditions.add(
          searched.stream()
              .map(
                  key ->
                      "STRPOS(REPLACE(LOWER(CAST(%s AS STRING)), '_', ' '), @grid_search) > 0"
                          .formatted(key))
              .collect(Collectors.joining(" OR ", "(", ")")));
    }
    int filter = 0;
    for (Map.Entry<String, String> chosen : state.filters().entrySet()) {
      String name = "grid_filter_" + filter++;
      values.put(name, chosen.getValue());
      conditions.add("CAST(" + chosen.getKey() + " AS STRING) = @" + name);
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private static Row withoutTotal(Row row) {
    int last = row.columns().size() - 1;
    return new Row(row.columns().subList(0, last), row.values().subList(0, last));
  }
}
