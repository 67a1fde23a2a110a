package io.growthline.pages;

import io.growthline.pages.grid.Csv;
import io.growthline.pages.grid.Exported;
import io.growthline.pages.grid.GridState;
import io.growthline.pages.grid.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A table whose cells are shaded by their value.
 *
 * @param id of the table on the page
 * @param title of the table for those who cannot see it
 * @param columns titles: of the row heading, of the size, then of the cells
 * @param rows in order
 * @param exported rows behind the cells
 */
public record Heatmap(String id, String title, List<String> columns, List<Line> rows, Rows exported)
    implements Block, Exported {
  /**
   * @param heading of the row
   * @param size what the shares are of
   * @param cells shares, from the left; columns beyond the last stay empty
   */
  public record Line(String heading, String size, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /**
   * @param text percent without its sign
   * @param shade from 0 to 10
   */
  public record Cell(String text, long shade) {
    /** A share of 1. */
    public static Cell of(double share) {
      return new Cell(String.valueOf(Math.round(share * 100)), Math.round(share * 10));
    }
  }

  public Heatmap {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  @Override
  public String html(Source source) {
    return Templates.render("heatmap.html", Map.of("heatmap", this));
  }

  @Override
  public String markdown(Source source) {
    return Markdown.table(
        columns,
        columns.stream().map(c -> !c.equals(columns.get(0))).toList(),
        rows.stream().map(this::cells).toList());
  }

  @Override
  public String csv(Source source) {
    return Csv.of(exported.read(source, GridState.ALL, List.of(), Integer.MAX_VALUE).rows());
  }

  private List<String> cells(Line row) {
    List<String> cells = new ArrayList<>(List.of(row.heading(), row.size()));
    row.cells().forEach(cell -> cells.add(cell.text()));
    while (cells.size() < columns.size()) {
      cells.add("");
    }
    return cells;
  }
}
