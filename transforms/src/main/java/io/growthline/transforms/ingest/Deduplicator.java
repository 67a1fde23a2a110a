package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.event.RawEvent;
import io.growthline.transforms.ingest.RowBlock.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps of several deliveries of one event the one that was ingested first. Two rows of a table are
 * the same event when they name the same customer, or none, and share {@code event_id} or {@code
 * idempotency_key}. The order of blocks and rows makes no difference.
 */
public final class Deduplicator {
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(
              (Entry e) -> e.event().customerId(), Comparator.nullsFirst(String::compareTo))
          .thenComparing(e -> e.event().ingestedAt())
          .thenComparing(e -> e.event().eventId())
          .thenComparing(e -> e, Deduplicator::compareContent)
          .thenComparing(Entry::origin)
          .thenComparing(Entry::source);

  private final List<List<Entry>> tables = new ArrayList<>();

  /** One row, where it comes from and the landing source that delivered it. */
  record Entry(int table, RawEvent event, Origin origin, String source) {}

  /** Takes the verdict on each row. */
  interface Verdicts {
    void keep(Entry row);

    /**
     * @param first the row of the same event that is kept
     */
    void drop(Entry row, Entry first);

    /** A published row that a streaming job has appended counts as never published. */
    void withdraw(Entry row);
  }

  public Deduplicator() {
    for (int i = 0; i < Contracts.RAW.size(); i++) {
      tables.add(new ArrayList<>());
    }
  }

  /** Takes in the rows of a {@link RowBlock}. */
  public void add(byte[] block) {
    Origin origin = RowBlock.origin(block);
    String source = RowBlock.source(block);
    RowBlock.read(
        block,
        (table, row) -> tables.get(table).add(new Entry(table, (RawEvent) row, origin, source)));
  }

  /** Judges all rows and forgets them. */
  void judge(Verdicts verdicts) {
    for (List<Entry> entries : tables) {
      entries.sort(ORDER);
      List<Entry> judged = StreamedRows.settle(entries, verdicts::withdraw);
      if (judged != entries) {
        judged.sort(ORDER);
      }
      Map<String, Entry> eventIds = new HashMap<>();
      Map<String, Entry> keys = new HashMap<>();
      String customer = null;
      for (Entry entry : judged) {
        RawEvent event = entry.event();
        if (!Objects.equals(event.customerId(), customer)) {
          eventIds = new HashMap<>();
          keys = new HashMap<>();
          customer = event.customerId();
        }
        Entry first = eventIds.get(event.eventId());
        if (first == null) {
          first = keys.get(event.idempotencyKey());
        }
        if (first == null) {
          eventIds.put(event.eventId(), entry);
          keys.put(event.idempotencyKey(), entry);
          verdicts.keep(entry);
        } else {
          verdicts.drop(entry, first);
        }
      }
      entries.clear();
    }
  }

  private static int compareContent(Entry a, Entry b) {
    return Arrays.compare(content(a), content(b));
  }

  private static byte[] content(Entry entry) {
    RowBlock block = new RowBlock(Origin.FRESH, "");
    block.add(entry.table(), (Record) entry.event());
    return block.toBytes();
  }
}
