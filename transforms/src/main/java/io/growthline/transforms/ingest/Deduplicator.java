package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RowOrder;
import io.growthline.transforms.block.Customers;
import io.growthline.transforms.block.RawRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps of several deliveries of one event the one that was ingested first. Two rows of a table are
 * the same event when they name the same customer, or none, and share {@code event_id} or {@code
 * idempotency_key}. The order of blocks and rows makes no difference.
 */
final class Deduplicator {
  private static final Comparator<RawRow> FIRST_DELIVERY =
      Comparator.comparingLong(RawRow::ingestedAt)
          .thenComparing(
              (a, b) -> RowOrder.compareText(a.bytes(), a.eventId(), b.bytes(), b.eventId()))
          .thenComparing(RawRow::compareContent)
          .thenComparing(RawRow::origin)
          .thenComparing(RawRow::source);

  private final Customers customers = new Customers();
  private final EntryIndex eventIds = new EntryIndex(RawRow::eventId);
  private final EntryIndex keys = new EntryIndex(RawRow::idempotencyKey);
  private final List<Comparator<RawRow>> tableOrders = new ArrayList<>();

  /** Takes the verdict on each row. */
  interface Verdicts {
    /** Kept rows of a table come in its order. */
    void keep(RawRow row);

    /**
     * @param first the row of the same event that is kept
     */
    void drop(RawRow row, RawRow first);

    /** A published row that a streaming job has appended counts as never published. */
    void withdraw(RawRow row);
  }

  Deduplicator() {
    Contracts.RAW.forEach(
        table -> {
          RowOrder order = RowOrder.of(table);
          // Rows of one customer: the first column of the order that differs is the time.
          tableOrders.add(
              Comparator.comparingLong(RawRow::occurredAt)
                  .thenComparing(
                      (a, b) -> order.compare(a.bytes(), a.offset(), b.bytes(), b.offset())));
        });
  }

  /** Adds the rows of a block. */
  void add(byte[] block) {
    customers.add(block);
  }

  /** Judges all rows, customer by customer in the order of their ids, and forgets them. */
  void judge(Verdicts verdicts) {
    customers.forEach(
        customer -> {
          for (int table = 0; table < tableOrders.size(); table++) {
            List<RawRow> rows = customer.rows(table);
            if (!rows.isEmpty()) {
              judge(rows, tableOrders.get(table), verdicts);
            }
          }
        });
  }

  private void judge(List<RawRow> rows, Comparator<RawRow> order, Verdicts verdicts) {
    rows.sort(FIRST_DELIVERY);
    List<RawRow> judged = StreamedRows.settle(rows, verdicts::withdraw);
    if (judged != rows) {
      judged.sort(FIRST_DELIVERY);
    }
    eventIds.clear(judged.size());
    keys.clear(judged.size());
    List<RawRow> kept = new ArrayList<>(judged.size());
    for (RawRow row : judged) {
      RawRow first = eventIds.find(row);
      if (first == null) {
        first = keys.find(row);
      }
      if (first == null) {
        eventIds.add(row);
        keys.add(row);
        kept.add(row);
      } else {
        verdicts.drop(row, first);
      }
    }
    kept.sort(order);
    kept.forEach(verdicts::keep);
  }
}
