package io.growthline.transforms.block;

import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.contract.RowOrder;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Merges the sorted runs of a partition into the rows of one file. Only one block of each run is
 * unpacked at a time.
 */
public final class SortedRuns {
  private final RowOrder order;
  private final String name;
  private final List<Run> runs = new ArrayList<>();

  /** Takes an encoded row. */
  public interface RowConsumer {
    void accept(byte[] bytes, int offset) throws IOException;
  }

  /**
   * @param table contract of the rows
   * @param blocks blocks of any runs in any order
   */
  public SortedRuns(TableSpec<?> table, Iterable<byte[]> blocks) {
    this.order = RowOrder.of(table);
    this.name = table.id();
    int version = RunBlock.version(table);
    Map<String, TreeMap<Integer, Part>> byRun = new TreeMap<>();
    for (byte[] block : blocks) {
      BlockVersion.check(block, version);
      RunBlock.Header header = RunBlock.Header.of(block);
      byRun
          .computeIfAbsent(header.run(), run -> new TreeMap<>())
          .merge(
              header.number(),
              new Part(block, header.end()),
              (one, other) -> {
                throw new IllegalStateException(
                    "Two runs of " + name + " have the name " + header.run());
              });
    }
    byRun.values().forEach(parts -> runs.add(new Run(new ArrayDeque<>(parts.values()))));
  }

  /**
   * Hands all rows over in the order of the table.
   *
   * @throws IllegalStateException when the rows of a run are not in this order
   */
  public void forEach(RowConsumer consumer) throws IOException {
    PriorityQueue<Run> heads =
        new PriorityQueue<>(
            Math.max(1, runs.size()),
            (Comparator<Run>) (a, b) -> order.compareAt(a.bytes, a.at, b.bytes, b.at));
    for (Run run : runs) {
      if (run.next()) {
        heads.add(run);
      }
    }
    while (!heads.isEmpty()) {
      Run first = heads.poll();
      Run second = heads.peek();
      boolean more;
      do {
        consumer.accept(first.bytes, first.offset);
        more = first.next();
      } while (more
          && (second == null
              || order.compareAt(first.bytes, first.at, second.bytes, second.at) <= 0));
      if (more) {
        heads.add(first);
      }
    }
  }

  private record Part(byte[] block, int headerLength) {}

  /** A run at its first row that is not handed over yet. */
  private final class Run {
    private final Deque<Part> parts;
    private final RowCursor cursor = new RowCursor();
    private byte[] bytes = new byte[0];
    private int end;
    private int offset;
    private int[] at;
    private int[] before;

    Run(Deque<Part> parts) {
      this.parts = parts;
    }

    boolean next() {
      byte[] last = bytes;
      if (end == bytes.length) {
        Part part = parts.poll();
        if (part == null) {
          return false;
        }
        bytes = Compression.unpack(part.block(), part.headerLength());
        end = 0;
      }
      int length = (int) cursor.at(bytes, end).readVarint();
      offset = cursor.position();
      end = offset + length;
      int[] reuse = before;
      before = at;
      at = order.positions(bytes, offset, reuse);
      if (before != null && order.compareAt(last, before, bytes, at) > 0) {
        throw new IllegalStateException(
            "Rows of " + name + " were packed in another order than that of the table");
      }
      return true;
    }
  }
}
