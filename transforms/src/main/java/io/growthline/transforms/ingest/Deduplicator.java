package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.monitoring.SourceAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Keeps of several deliveries of one event the one that was ingested first. Two rows of a table are
 * the same event when they share {@code event_id} or {@code idempotency_key}. The order of blocks
 * and rows makes no difference.
 */
public final class Deduplicator {
  private static final Duration LATE = Duration.ofHours(24);
  private static final Comparator<Entry> ORDER =
      Comparator.comparing((Entry e) -> e.event().ingestedAt())
          .thenComparing(e -> e.event().eventId())
          .thenComparing(e -> e, Deduplicator::compareContent)
          .thenComparing(Entry::source);

  private final List<List<Entry>> tables = new ArrayList<>();
  private final Map<String, SourceAccount> accounts = new TreeMap<>();

  /** One row and the landing source that delivered it. */
  private record Entry(int table, RawEvent event, String source) {}

  public Deduplicator() {
    for (int i = 0; i < Contracts.RAW.size(); i++) {
      tables.add(new ArrayList<>());
    }
  }

  /** Takes in the rows of a {@link RowBlock}. */
  public void add(byte[] block) {
    String source = RowBlock.source(block);
    RowBlock.read(
        block, (table, row) -> tables.get(table).add(new Entry(table, (RawEvent) row, source)));
  }

  /** Hands over the rows that stay, with the numbers of their tables, and counts all rows. */
  public void emit(BiConsumer<Integer, Record> consumer) {
    for (List<Entry> entries : tables) {
      entries.sort(ORDER);
      Set<String> eventIds = new HashSet<>(entries.size() * 2);
      Set<String> keys = new HashSet<>(entries.size() * 2);
      for (Entry entry : entries) {
        RawEvent event = entry.event();
        if (eventIds.contains(event.eventId()) || keys.contains(event.idempotencyKey())) {
          count(new SourceAccount(entry.source(), 0, 0, 1, 0, 0, 0));
          continue;
        }
        eventIds.add(event.eventId());
        keys.add(event.idempotencyKey());
        consumer.accept(entry.table(), (Record) event);
        count(new SourceAccount(entry.source(), 0, 1, 0, 0, 0, isLate(event) ? 1 : 0));
      }
    }
  }

  /** Written, duplicate and late rows of each source. */
  public List<SourceAccount> accounts() {
    return List.copyOf(accounts.values());
  }

  private static boolean isLate(RawEvent event) {
    return event.occurredAt().plus(LATE).isBefore(event.ingestedAt());
  }

  private void count(SourceAccount one) {
    accounts.merge(one.source(), one, SourceAccount::plus);
  }

  private static int compareContent(Entry a, Entry b) {
    return Arrays.compare(content(a), content(b));
  }

  private static byte[] content(Entry entry) {
    RowBlock block = new RowBlock("");
    block.add(entry.table(), (Record) entry.event());
    return block.toBytes();
  }
}
