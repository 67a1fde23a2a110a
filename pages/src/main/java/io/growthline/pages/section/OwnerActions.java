package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The most valuable contacts of each owner, of those that the filters of the queue leave. */
public final class OwnerActions implements Section {
  private static final int TOP = 5;

  @Override
  public String id() {
    return "owner-actions";
  }

  @Override
  public String title() {
    return "What owners have to do first";
  }

  @Override
  public List<Block> blocks(Source source) {
    Grid queue = ActionQueue.grid(source);
    List<Block> blocks = new ArrayList<>();
    String chosen = queue.chosen(source);
    if (!chosen.isEmpty()) {
      blocks.add(new Sentence("Only " + chosen + "."));
    }
    Map<String, List<Row>> owners =
        queue.matching(source).stream()
            .collect(
                Collectors.groupingBy(row -> row.text("owner"), TreeMap::new, Collectors.toList()));
    owners.forEach((owner, rows) -> blocks.addAll(owner(source, owner, rows)));
    if (owners.isEmpty()) {
      blocks.add(new Sentence("Nobody is to be contacted."));
    }
    return blocks;
  }

  private static List<Block> owner(Source source, String owner, List<Row> rows) {
    double net = rows.stream().mapToDouble(row -> row.number("expected_value_minor")).sum();
    return List.of(
        new Sentence(
            "%s: %s, expected to bring %s. First of all:"
                .formatted(
                    Names.title(owner),
                    rows.size() == 1 ? "1 contact" : Format.COUNT.text(rows.size()) + " contacts",
                    source.amounts().whole().text(net))),
        Grid.of(
            "owner-actions-" + owner,
            Names.title(owner),
            new ListedRows(rows.stream().limit(TOP).toList()),
            List.of(
                Column.of("customer_id", "Customer", Format.TEXT),
                Column.of("action", "Action", Format.TITLE),
                Column.of("channel", "Channel", Format.TITLE),
                ActionQueue.expectedValue(source.amounts()),
                ActionQueue.interval(source.amounts()))));
  }
}
