package io.growthline.transforms.ingest;

import io.growthline.domain.Sha256;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RecordJson;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.transforms.block.RawRow;
import io.growthline.transforms.block.RawRows;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of {@code monitoring.duplicate_deliveries}. */
final class Duplicates {
  private final List<RecordJson<?>> json = new ArrayList<>();
  private final RawRows rows = new RawRows();

  Duplicates() {
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      json.add(new RecordJson<>(table));
    }
  }

  /** A row that {@code source} delivered and that was dropped in favour of {@code first}. */
  DuplicateDelivery of(RawRow row, String source, RawRow first) {
    Record record = decoded(row);
    RawEvent event = (RawEvent) record;
    String table = Contracts.RAW.get(row.table()).name();
    String payload = text(row.table(), record);
    return new DuplicateDelivery(
        id(source + '\n' + table + '\n' + payload),
        source,
        table,
        event.eventId(),
        event.idempotencyKey(),
        ((RawEvent) decoded(first)).eventId(),
        event.occurredAt(),
        event.ingestedAt(),
        1,
        payload);
  }

  /** The same row delivered more often. */
  static DuplicateDelivery plus(DuplicateDelivery one, DuplicateDelivery more) {
    return new DuplicateDelivery(
        one.duplicateId(),
        one.source(),
        one.tableName(),
        one.eventId(),
        one.idempotencyKey(),
        one.keptEventId(),
        one.occurredAt(),
        one.ingestedAt(),
        one.copies() + more.copies(),
        one.payload());
  }

  private Record decoded(RawRow row) {
    return rows.decode(row.table(), row.bytes(), row.offset());
  }

  @SuppressWarnings("unchecked") // the writer is at the position of the row's table
  private String text(int table, Record row) {
    return ((RecordJson<Record>) json.get(table)).text(row);
  }

  private static String id(String text) {
    return new Sha256().add(text).hex(16);
  }
}
