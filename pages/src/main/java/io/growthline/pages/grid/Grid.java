package io.growthline.pages.grid;

import io.growthline.pages.Block;
import io.growthline.pages.Markdown;
import io.growthline.pages.Source;
import io.growthline.pages.Templates;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/**
 * A table. On a page it searches, sorts, pages and exports; in a report it shows its first rows.
 *
 * @param id identifies it on its page; begins with the id of its section
 * @param title names it for those who cannot see it
 * @param rows where they come from
 * @param columns as people see them
 * @param tools what stands above it beside the search
 * @param pageRows rows of a page
 * @param empty what to say without rows
 */
public record Grid(
    String id,
    String title,
    Rows rows,
    List<Column> columns,
    Tools tools,
    int pageRows,
    String empty)
    implements Block, Exported {
  private static final int PAGE_ROWS = 12;
  private static final int REPORT_ROWS = 50;

  public Grid {
    columns = List.copyOf(columns);
  }

  /** A grid without filters. */
  public static Grid of(String id, String title, Rows rows, List<Column> columns) {
    return new Grid(id, title, rows, columns, Tools.NONE, PAGE_ROWS, "There are no rows.");
  }

  public Grid filteredBy(Filter... choices) {
    return with(new Tools(List.of(choices), tools.presets(), tools.downloads()));
  }

  /** This grid with named choices of its filters. */
  public Grid withPresets(List<Preset> presets) {
    return with(new Tools(filters(), presets, tools.downloads()));
  }

  /** This grid with a link to something made of the rows that it shows. */
  public Grid withDownload(String name, String path) {
    return with(new Tools(filters(), tools.presets(), List.of(new Tools.Download(name, path))));
  }

  private Grid with(Tools others) {
    return new Grid(id, title, rows, columns, others, pageRows, empty);
  }

  /** Choices beside the search. */
  public List<Filter> filters() {
    return tools.filters();
  }

  public Grid inPagesOf(int count) {
    return new Grid(id, title, rows, columns, tools, count, empty);
  }

  /**
   * @param text what to say without rows
   */
  public Grid orElse(String text) {
    return new Grid(id, title, rows, columns, tools, pageRows, text);
  }

  @Override
  public String html(Source source) {
    GridState state = GridState.of(this, source.query());
    Rows.Slice slice = rows.read(source, state, searched(), pageRows);
    return Templates.render(
        "grid.html", Map.of("grid", new GridView(this, state, slice, source.query())));
  }

  @Override
  public String printed(Source source) {
    return Templates.render("table.html", Map.of("grid", first(source)));
  }

  @Override
  public String markdown(Source source) {
    Rows.Slice slice = start(source);
    if (slice.rows().isEmpty()) {
      return Markdown.text(empty);
    }
    List<Column> shown = columns.stream().filter(Column::inText).toList();
    String table =
        Markdown.table(
            shown.stream().map(Column::title).toList(),
            shown.stream().map(Column::numeric).toList(),
            slice.rows().stream()
                .map(row -> shown.stream().map(column -> column.text().apply(row)).toList())
                .toList());
    String more = new GridView(this, GridState.ALL, slice, Map.of()).getLeftOut();
    return more.isEmpty() ? table : table + "\n\n" + more;
  }

  @Override
  public String csv(Source source) {
    return Csv.of(matching(source));
  }

  /**
   * All rows that search and filters of the address leave, in its order.
   *
   * @throws io.growthline.pages.UnknownChoiceException when the grid has no such filter value or
   *     column to sort by
   */
  public List<Row> matching(Source source) {
    GridState state = GridState.asked(this, source.query()).onPage(1);
    return rows.read(source, state, searched(), Integer.MAX_VALUE).rows();
  }

  /** What search and filters of the address leave, in words; empty when that is everything. */
  public String chosen(Source source) {
    return GridState.of(this, source.query()).words(filters());
  }

  private GridView first(Source source) {
    return new GridView(this, GridState.ALL, start(source), Map.of());
  }

  private Rows.Slice start(Source source) {
    return rows.read(source, GridState.ALL, searched(), REPORT_ROWS);
  }

  private List<String> searched() {
    return columns.stream().filter(Column::searchable).map(Column::key).toList();
  }
}
