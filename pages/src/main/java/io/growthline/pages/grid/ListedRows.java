package io.growthline.pages.grid;

import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Rows that are at hand.
 *
 * @param all in the order of the grid; they share their columns
 */
public record ListedRows(List<Row> all) implements Rows {
  public ListedRows {
    all = List.copyOf(all);
  }

  @Override
  public Slice read(Source source, GridState state, List<String> searched, int size) {
    List<Row> matching =
        all.stream().filter(row -> matches(row, state, searched)).sorted(order(state)).toList();
    long first = (state.page() - 1) * size;
    return first > 0 && first >= matching.size()
        ? read(source, state.onPage(1), searched, size)
        : new Slice(matching.stream().skip(first).limit(size).toList(), matching.size());
  }

  private static boolean matches(Row row, GridState state, List<String> searched) {
    String search = words(state.search());
    return (search.isEmpty()
            || searched.stream().anyMatch(key -> words(row.get(key)).contains(search)))
        && state.filters().entrySet().stream()
            .allMatch(filter -> filter.getValue().equals(String.valueOf(row.get(filter.getKey()))));
  }

  private static String words(Object value) {
    return String.valueOf(value).toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Comparator<Row> order(GridState state) {
    if (state.sort().isEmpty()) {
      return (one, other) -> 0;
    }
    Comparator<Comparable<Object>> values = Comparator.naturalOrder();
    return Comparator.comparing(
        row -> comparable(row.get(state.sort())),
        Comparator.nullsLast(state.descending() ? values.reversed() : values));
  }

  @SuppressWarnings("unchecked") // The port gives texts, numbers, flags and times.
  private static Comparable<Object> comparable(Object value) {
    return (Comparable<Object>) value;
  }
}
