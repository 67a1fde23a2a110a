package io.growthline.transforms.ingest;

import static io.growthline.transforms.block.RawRows.CUSTOMER_ID;
import static io.growthline.transforms.block.RawRows.EVENT_ID;
import static io.growthline.transforms.block.RawRows.IDEMPOTENCY_KEY;
import static io.growthline.transforms.block.RawRows.INGESTED_AT;
import static io.growthline.transforms.block.RawRows.OCCURRED_AT;
import static io.growthline.transforms.block.RawRows.SHARED;

import io.growthline.domain.contract.Micros;
import io.growthline.domain.contract.RowLayout;
import io.growthline.domain.contract.RowOrder;
import io.growthline.transforms.block.Origin;
import io.growthline.transforms.block.RowBlock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One encoded row in its block: where it comes from, and where its identifying columns are. */
final class Entry {
  private final int table;
  private final byte[] bytes;
  private final int offset;
  private final int length;
  private final Origin origin;
  private final String source;
  private final int key;
  private final int customer;
  private final long occurredAt;
  private final long ingestedAt;

  Entry(RowBlock.Rows row) {
    table = row.table();
    bytes = row.bytes();
    offset = row.offset();
    length = row.length();
    origin = row.origin();
    source = row.source();
    key = SHARED.skip(bytes, offset, EVENT_ID);
    customer = SHARED.skip(bytes, key, IDEMPOTENCY_KEY);
    int occurred = SHARED.skip(bytes, customer, CUSTOMER_ID);
    occurredAt = SHARED.number(bytes, occurred, OCCURRED_AT);
    ingestedAt = SHARED.number(bytes, SHARED.skip(bytes, occurred, OCCURRED_AT), INGESTED_AT);
  }

  private Entry(Entry row, Origin origin) {
    table = row.table;
    bytes = row.bytes;
    offset = row.offset;
    length = row.length;
    this.origin = origin;
    source = row.source;
    key = row.key;
    customer = row.customer;
    occurredAt = row.occurredAt;
    ingestedAt = row.ingestedAt;
  }

  /** The same row as one of another origin. */
  Entry as(Origin other) {
    return new Entry(this, other);
  }

  /** Number of the raw table. */
  int table() {
    return table;
  }

  byte[] bytes() {
    return bytes;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  Origin origin() {
    return origin;
  }

  /** Landing source that delivered the row. */
  String source() {
    return source;
  }

  /** Position of the event's id. */
  int eventId() {
    return offset;
  }

  /** Position of the idempotency key. */
  int idempotencyKey() {
    return key;
  }

  /** The customer; null without one. */
  String customerId() {
    int size = RowLayout.length(bytes, customer);
    return size < 0
        ? null
        : new String(bytes, RowLayout.textStart(bytes, customer), size, StandardCharsets.UTF_8);
  }

  boolean sameCustomer(Entry other) {
    return Arrays.equals(
        bytes,
        customer,
        SHARED.skip(bytes, customer, CUSTOMER_ID),
        other.bytes,
        other.customer,
        SHARED.skip(other.bytes, other.customer, CUSTOMER_ID));
  }

  /** Compares the ids of two customers as UTF-8 bytes; rows without a customer come first. */
  static int compareCustomer(Entry a, Entry b) {
    int none =
        Boolean.compare(
            !SHARED.isNull(a.bytes, a.customer, CUSTOMER_ID),
            !SHARED.isNull(b.bytes, b.customer, CUSTOMER_ID));
    return none != 0 || SHARED.isNull(a.bytes, a.customer, CUSTOMER_ID)
        ? none
        : RowOrder.compareText(a.bytes, a.customer, b.bytes, b.customer);
  }

  int customerHash() {
    return hash(customer);
  }

  /** Hash of the text at a position of the row's bytes. */
  int hash(int position) {
    int size = RowLayout.length(bytes, position);
    int start = RowLayout.textStart(bytes, position);
    int hash = 1;
    for (int i = start; i < start + size; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  /** Microseconds since the epoch at which the event happened. */
  long occurredAt() {
    return occurredAt;
  }

  long ingestedAt() {
    return ingestedAt;
  }

  /** The UTC day on which the event happened, counted from the epoch. */
  long day() {
    return Micros.toEpochDay(occurredAt);
  }

  boolean sameContent(Entry other) {
    return table == other.table && compareContent(other) == 0;
  }

  int compareContent(Entry other) {
    return Arrays.compareUnsigned(
        bytes, offset, offset + length, other.bytes, other.offset, other.offset + other.length);
  }
}
