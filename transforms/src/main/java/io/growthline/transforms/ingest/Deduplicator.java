package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RowOrder;
import io.growthline.transforms.block.RowBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps of several deliveries of one event the one that was ingested first. Two rows of a table are
 * the same event when they name the same customer, or none, and share {@code event_id} or {@code
 * idempotency_key}. The order of blocks and rows makes no difference.
 */
final class Deduplicator {
  private static final Comparator<Entry> FIRST_DELIVERY =
      Comparator.comparingLong(Entry::ingestedAt)
          .thenComparing(
              (a, b) -> RowOrder.compareText(a.bytes(), a.eventId(), b.bytes(), b.eventId()))
          .thenComparing(Entry::compareContent)
          .thenComparing(Entry::origin)
          .thenComparing(Entry::source);

  private final Map<Who, Customer> customers = new HashMap<>();
  private final EntryIndex eventIds = new EntryIndex(Entry::eventId);
  private final EntryIndex keys = new EntryIndex(Entry::idempotencyKey);
  private final List<Comparator<Entry>> tableOrders = new ArrayList<>();
  private Customer last;

  /** Takes the verdict on each row. */
  interface Verdicts {
    /** Kept rows of a table come in its order. */
    void keep(Entry row);

    /**
     * @param first the row of the same event that is kept
     */
    void drop(Entry row, Entry first);

    /** A published row that a streaming job has appended counts as never published. */
    void withdraw(Entry row);
  }

  Deduplicator() {
    Contracts.RAW.forEach(
        table -> {
          RowOrder order = RowOrder.of(table);
          // Rows of one customer: the first column of the order that differs is the time.
          tableOrders.add(
              Comparator.comparingLong(Entry::occurredAt)
                  .thenComparing(
                      (a, b) -> order.compare(a.bytes(), a.offset(), b.bytes(), b.offset())));
        });
  }

  /** Adds the rows of a {@link RowBlock}. */
  void add(byte[] block) {
    for (RowBlock.Rows rows = RowBlock.open(block); rows.next(); ) {
      Entry entry = new Entry(rows);
      // Files are written customer by customer.
      if (last == null || !last.any.sameCustomer(entry)) {
        last = customers.computeIfAbsent(new Who(entry), who -> new Customer(entry));
      }
      last.add(entry);
    }
  }

  /** Judges all rows, customer by customer in the order of their ids, and forgets them. */
  void judge(Verdicts verdicts) {
    List<Customer> ordered = new ArrayList<>(customers.values());
    ordered.sort(Comparator.comparing(customer -> customer.any, Entry::compareCustomer));
    customers.clear();
    last = null;
    for (Customer customer : ordered) {
      for (int table = 0; table < customer.tables.length; table++) {
        List<Entry> rows = customer.tables[table];
        if (rows != null) {
          judge(rows, tableOrders.get(table), verdicts);
          customer.tables[table] = null;
        }
      }
    }
  }

  private void judge(List<Entry> rows, Comparator<Entry> order, Verdicts verdicts) {
    rows.sort(FIRST_DELIVERY);
    List<Entry> judged = StreamedRows.settle(rows, verdicts::withdraw);
    if (judged != rows) {
      judged.sort(FIRST_DELIVERY);
    }
    eventIds.clear(judged.size());
    keys.clear(judged.size());
    List<Entry> kept = new ArrayList<>(judged.size());
    for (Entry row : judged) {
      Entry first = eventIds.find(row);
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

  /** A customer, or none, by the bytes of the id. */
  private record Who(Entry row) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Who who && row.sameCustomer(who.row);
    }

    @Override
    public int hashCode() {
      return row.customerHash();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists by table
  private static final class Customer {
    private final Entry any;
    private final List<Entry>[] tables = new List[Contracts.RAW.size()];

    Customer(Entry any) {
      this.any = any;
    }

    void add(Entry row) {
      List<Entry> rows = tables[row.table()];
      if (rows == null) {
        rows = new ArrayList<>();
        tables[row.table()] = rows;
      }
      rows.add(row);
    }
  }
}
