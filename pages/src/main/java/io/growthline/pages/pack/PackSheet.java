package io.growthline.pages.pack;

import io.growthline.domain.contract.Contracts;
import io.growthline.pages.Block;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.GridState;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A part of a decision pack: a section of its documents, and a sheet of its workbook.
 *
 * @param title heading, and name of the sheet
 * @param lead what it shows
 * @param table the table that it reads first
 * @param rows of a SELECT, which may ask for the change as {@code @change}
 * @param columns as people see them
 * @param empty why there are no rows
 */
record PackSheet(
    String title, String lead, String table, SqlRows rows, List<PackColumn> columns, String empty)
    implements Section {
  PackSheet {
    columns = List.copyOf(columns);
  }

  @Override
  public String id() {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Block> blocks = new ArrayList<>(List.of(new Sentence(lead)));
    blocks.add(
        isPublished()
            ? Grid.of(id(), title, bound(source), columns.stream().map(PackColumn::column).toList())
                .orElse(empty)
            : new Sentence(empty));
    return blocks;
  }

  /** All rows. */
  List<Row> all(Source source) {
    return isPublished()
        ? bound(source).read(source, GridState.ALL, List.of(), Integer.MAX_VALUE).rows()
        : List.of();
  }

  private boolean isPublished() {
    return Contracts.find(table).isPresent();
  }

  private SqlRows bound(Source source) {
    return rows.select().contains("@change")
        ? new SqlRows(
            rows.select(), rows.order(), Map.of("change", source.path().get(DecisionPack.ID)))
        : rows;
  }
}
