package io.growthline.pages.grid;

import io.growthline.pages.Names;
import io.growthline.pages.UnknownChoiceException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is shown of a grid, as the address holds it: {@code ?ID.q=…&ID.sort=-score&ID.page=2}, and
 * {@code ID.KEY=VALUE} for each filter.
 *
 * @param search text to look for; empty for everything
 * @param sort column to sort by; empty for the order of the grid
 * @param descending whether large values come first
 * @param page from 1
 * @param filters chosen values by column
 */
public record GridState(
    String search, String sort, boolean descending, long page, Map<String, String> filters) {
  /** All rows in the order of the grid. */
  public static final GridState ALL = new GridState("", "", false, 1, Map.of());

  private static final long MOST_PAGES = 1_000_000;

  /**
   * The state as the address of an export holds it. Who reads the rows does not see which filters
   * hold, so none is ignored.
   *
   * @throws UnknownChoiceException when the grid has no such filter value or column to sort by
   */
  static GridState asked(Grid grid, Map<String, String> query) {
    for (Filter filter : grid.filters()) {
      check(grid.id() + "." + filter.key(), "", filter.values(), query);
    }
    List<String> columns =
        grid.columns().stream().filter(Column::sortable).map(Column::key).toList();
    check(grid.id() + ".sort", "-", columns, query);
    return of(grid, query);
  }

  private static void check(
      String parameter, String prefix, List<String> known, Map<String, String> query) {
    String value = query.getOrDefault(parameter, "");
    String choice = value.startsWith(prefix) ? value.substring(prefix.length()) : value;
    if (!choice.isEmpty() && !known.contains(choice)) {
      throw new UnknownChoiceException(parameter, value, known);
    }
  }

  /**
   * The state as the address of a page holds it. What does not fit the grid is ignored; the page
   * shows what holds.
   */
  static GridState of(Grid grid, Map<String, String> query) {
    String prefix = grid.id() + ".";
    String asked = query.getOrDefault(prefix + "sort", "");
    boolean descending = asked.startsWith("-");
    String key = descending ? asked.substring(1) : asked;
    boolean known = grid.columns().stream().anyMatch(c -> c.sortable() && c.key().equals(key));
    Map<String, String> filters = new LinkedHashMap<>();
    for (Filter filter : grid.filters()) {
      String value = query.getOrDefault(prefix + filter.key(), "");
      if (filter.values().contains(value)) {
        filters.put(filter.key(), value);
      }
    }
    return new GridState(
        query.getOrDefault(prefix + "q", "").strip(),
        known ? key : "",
        known && descending,
        page(query.get(prefix + "page")),
        filters);
  }

  private static long page(String text) {
    try {
      return text == null ? 1 : Math.min(MOST_PAGES, Math.max(1, Long.parseLong(text)));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  GridState sortedBy(String key, boolean descending) {
    return new GridState(search, key, descending, 1, filters);
  }

  GridState onPage(long number) {
    return new GridState(search, sort, descending, number, filters);
  }

  /** Whether rows are left out by the search or a filter. */
  boolean narrowed() {
    return !search.isEmpty() || !filters.isEmpty();
  }

  /** Search and filters in words, such as {@code Owner: CRM; Effort: Low}. */
  String words(List<Filter> choices) {
    Stream<String> chosen =
        choices.stream()
            .filter(choice -> filters.containsKey(choice.key()))
            .map(choice -> choice.title() + ": " + Names.title(filters.get(choice.key())));
    Stream<String> searched = search.isEmpty() ? Stream.of() : Stream.of("“" + search + "”");
    return Stream.concat(chosen, searched).collect(Collectors.joining("; "));
  }

  /** This state in the address, beside all else that the address holds. */
  String address(String grid, Map<String, String> query) {
    Map<String, String> all = new TreeMap<>(query);
    all.keySet().removeIf(name -> name.startsWith(grid + ".") || name.equals("export"));
    if (!search.isEmpty()) {
      all.put(grid + ".q", search);
    }
    if (!sort.isEmpty()) {
      all.put(grid + ".sort", (descending ? "-" : "") + sort);
    }
    if (page > 1) {
      all.put(grid + ".page", String.valueOf(page));
    }
    filters.forEach((key, value) -> all.put(grid + "." + key, value));
    return "?"
        + all.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
