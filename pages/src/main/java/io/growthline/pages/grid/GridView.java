package io.growthline.pages.grid;

import io.growthline.pages.Format;
import io.growthline.pages.Names;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A grid in one state, as its template shows it. */
public final class GridView {
  private final Grid grid;
  private final GridState state;
  private final Rows.Slice slice;
  private final Map<String, String> query;

  GridView(Grid grid, GridState state, Rows.Slice slice, Map<String, String> query) {
    this.grid = grid;
    this.state = state;
    this.slice = slice;
    this.query = query;
  }

  /**
   * A heading.
   *
   * @param sort for {@code aria-sort}; empty when the column cannot be sorted
   * @param address which sorts by it
   * @param drawn whether the heading is for those who cannot see the drawings
   */
  public record Head(String title, boolean numeric, String sort, String address, boolean drawn) {}

  /**
   * A cell.
   *
   * @param html safe HTML
   */
  public record Cell(String html, boolean numeric) {}

  /**
   * A choice.
   *
   * @param name in the address
   */
  public record Choice(String name, String title, List<Option> options) {}

  /** One value of a choice. */
  public record Option(String value, String title, boolean selected) {}

  /**
   * A named choice.
   *
   * @param here whether it is what the grid shows
   */
  public record Link(String title, String address, boolean here) {}

  public String getId() {
    return grid.id();
  }

  public String getTitle() {
    return grid.title();
  }

  public String getEmpty() {
    return state.narrowed() ? "Nothing matches. Search for something else." : grid.empty();
  }

  public String getSearch() {
    return state.search();
  }

  public boolean isAny() {
    return !slice.rows().isEmpty();
  }

  /** Whether rows are on other pages, or left out by a search. */
  public boolean isPaged() {
    return state.narrowed() || slice.total() > slice.rows().size();
  }

  /** Whether there is enough to search in. */
  public boolean isSearchable() {
    return isPaged() || isAny() && !grid.filters().isEmpty();
  }

  public List<Head> getHeads() {
    return grid.columns().stream().map(this::head).toList();
  }

  private Head head(Column column) {
    boolean here = column.sortable() && column.key().equals(state.sort());
    String sort =
        !column.sortable() ? "" : !here ? "none" : state.descending() ? "descending" : "ascending";
    // Numbers are first sorted from the largest, words from A.
    boolean descending = here ? !state.descending() : column.numeric();
    String address =
        column.sortable() ? state.sortedBy(column.key(), descending).address(grid.id(), query) : "";
    return new Head(column.title(), column.numeric(), sort, address, !column.inText());
  }

  public List<List<Cell>> getRows() {
    return slice.rows().stream()
        .map(
            row ->
                grid.columns().stream()
                    .map(column -> new Cell(column.html().apply(row), column.numeric()))
                    .toList())
        .toList();
  }

  public List<Choice> getChoices() {
    return grid.filters().stream()
        .map(
            filter ->
                new Choice(
                    grid.id() + "." + filter.key(),
                    filter.title(),
                    filter.values().stream()
                        .map(
                            value ->
                                new Option(
                                    value,
                                    Names.title(value),
                                    value.equals(state.filters().get(filter.key()))))
                        .toList()))
        .toList();
  }

  public List<Link> getPresets() {
    return grid.tools().presets().stream()
        .map(
            preset ->
                new Link(
                    preset.title(),
                    filtered(preset.filters()),
                    state.search().isEmpty() && state.filters().equals(preset.filters())))
        .toList();
  }

  /** Which rows are chosen, in words; empty for all. */
  public String getChosen() {
    return state.words(grid.filters());
  }

  /** Address of all rows. */
  public String getAll() {
    return filtered(Map.of());
  }

  private String filtered(Map<String, String> filters) {
    return new GridState("", state.sort(), state.descending(), 1, filters)
        .address(grid.id(), query);
  }

  /** Links to what is made of the rows that are shown. */
  public List<Link> getDownloads() {
    return grid.tools().downloads().stream()
        .map(
            download ->
                new Link(
                    download.title(),
                    download.path() + state.onPage(1).address(grid.id(), Map.of()),
                    false))
        .toList();
  }

  /** What the address holds besides search and filters; a form would lose it. */
  public Map<String, String> getKept() {
    Map<String, String> kept = new TreeMap<>(query);
    kept.remove(grid.id() + ".q");
    kept.remove(grid.id() + ".page");
    kept.remove("export");
    grid.filters().forEach(filter -> kept.remove(grid.id() + "." + filter.key()));
    return kept;
  }

  public String getExport() {
    String address = state.onPage(1).address(grid.id(), query);
    return address + (address.length() > 1 ? "&" : "") + "export=" + grid.id();
  }

  /** Which rows are shown, of how many. */
  public String getCount() {
    long first = first();
    String total = Format.COUNT.text(slice.total());
    return slice.total() <= slice.rows().size()
        ? total + (slice.total() == 1 ? " row" : " rows")
        : "%s to %s of %s rows"
            .formatted(
                Format.COUNT.text(first + 1),
                Format.COUNT.text(first + slice.rows().size()),
                total);
  }

  private long first() {
    long asked = (state.page() - 1) * grid.pageRows();
    return asked < slice.total() ? asked : 0;
  }

  /** Address of the page before; empty on the first. */
  public String getPrevious() {
    long page = first() / grid.pageRows();
    return page == 0 ? "" : state.onPage(page).address(grid.id(), query);
  }

  /** Address of the next page; empty on the last. */
  public String getNext() {
    long after = first() + grid.pageRows();
    return after >= slice.total()
        ? ""
        : state.onPage(after / grid.pageRows() + 1).address(grid.id(), query);
  }

  /** How many rows a report leaves out; empty when it shows them all. */
  public String getLeftOut() {
    long more = slice.total() - slice.rows().size();
    return more == 0
        ? ""
        : "%s more %s left out."
            .formatted(Format.COUNT.text(more), more == 1 ? "row is" : "rows are");
  }
}
