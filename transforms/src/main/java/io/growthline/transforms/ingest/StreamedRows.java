package io.growthline.transforms.ingest;

import io.growthline.transforms.block.Origin;
import io.growthline.transforms.block.RawRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes back what a streaming job has appended, so that its files are judged as if nobody had read
 * them. Of identical rows in streamed files, those that the job has not dropped are in the tables.
 */
final class StreamedRows {
  private StreamedRows() {}

  /**
   * @param ordered rows of one table, identical ones beside each other
   * @param withdrawn takes the published rows that the job has appended
   * @return all other rows, those of streamed files as fresh ones
   */
  static List<RawRow> settle(List<RawRow> ordered, Consumer<RawRow> withdrawn) {
    if (ordered.stream().allMatch(e -> e.origin().compareTo(Origin.STREAMED) < 0)) {
      return ordered;
    }
    List<RawRow> settled = new ArrayList<>(ordered.size());
    int from = 0;
    for (int i = 1; i <= ordered.size(); i++) {
      if (i == ordered.size() || !ordered.get(i).sameContent(ordered.get(from))) {
        settle(ordered.subList(from, i), withdrawn, settled);
        from = i;
      }
    }
    return settled;
  }

  private static void settle(
      List<RawRow> identical, Consumer<RawRow> withdrawn, List<RawRow> settled) {
    long appended = count(identical, Origin.STREAMED) - count(identical, Origin.STREAM_DROPPED);
    for (RawRow row : identical) {
      switch (row.origin()) {
        case PUBLISHED -> {
          if (appended-- > 0) {
            withdrawn.accept(row);
          } else {
            settled.add(row);
          }
        }
        case STREAMED -> settled.add(row.as(Origin.FRESH));
        case STREAM_DROPPED -> {}
        case FRESH, DUPLICATE -> settled.add(row);
      }
    }
  }

  private static long count(List<RawRow> rows, Origin origin) {
    return rows.stream().filter(row -> row.origin() == origin).count();
  }
}
