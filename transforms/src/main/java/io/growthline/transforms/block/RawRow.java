package io.growthline.transforms.block;

import static io.growthline.transforms.block.RawRows.CUSTOMER_ID;
import static io.growthline.transforms.block.RawRows.EVENT_ID;
import static io.growthline.transforms.block.RawRows.IDEMPOTENCY_KEY;
import static io.growthline.transforms.block.RawRows.INGESTED_AT;
import static io.growthline.transforms.block.RawRows.OCCURRED_AT;
import static io.growthline.transforms.block.RawRows.SHARED;

import io.growthline.domain.contract.Micros;
import io.growthline.domain.contract.RowLayout;
import io.growthline.domain.contract.RowOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One encoded row in its block: where it comes from, and where its identifying columns are. */
public final class RawRow {
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

  /** The row at which a cursor is. */
  public RawRow(RowBlock.Rows row) {
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

  private RawRow(RawRow row, Origin origin) {
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
  public RawRow as(Origin other) {
    return new RawRow(this, other);
  }

  /** Number of the raw table. */
  public int table() {
    return table;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  public Origin origin() {
    return origin;
  }

  /** Landing source that delivered the row. */
  public String source() {
    return source;
  }

  /** Position of the event's id. */
  public int eventId() {
    return offset;
  }

  /** Position of the idempotency key. */
  public int idempotencyKey() {
    return key;
  }

  /** The customer; null without one. */
  public String customerId() {
    int size = RowLayout.length(bytes, customer);
    return size < 0
        ? null
        : new String(bytes, RowLayout.textStart(bytes, customer), size, StandardCharsets.UTF_8);
  }

  public boolean sameCustomer(RawRow other) {
    return Arrays.equals(
        bytes,
        customer,
        SHARED.skip(bytes, customer, CUSTOMER_ID),
        other.bytes,
        other.customer,
        SHARED.skip(other.bytes, other.customer, CUSTOMER_ID));
  }

  /** Compares the ids of two customers as UTF-8 bytes; rows without a customer come first. */
  public static int compareCustomer(RawRow a, RawRow b) {
    int none =
        Boolean.compare(
            !SHARED.isNull(a.bytes, a.customer, CUSTOMER_ID),
            !SHARED.isNull(b.bytes, b.customer, CUSTOMER_ID));
    return none != 0 || SHARED.isNull(a.bytes, a.customer, CUSTOMER_ID)
        ? none
        : RowOrder.compareText(a.bytes, a.customer, b.bytes, b.customer);
  }

  public int customerHash() {
    return hash(customer);
  }

  /** Hash of the text at a position of the row's bytes. */
  public int hash(int position) {
    int size = RowLayout.length(bytes, position);
    int start = RowLayout.textStart(bytes, position);
    int hash = 1;
    for (int i = start; i < start + size; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  /** Microseconds since the epoch at which the event happened. */
  public long occurredAt() {
    return occurredAt;
  }

  public long ingestedAt() {
    return ingestedAt;
  }

  /** The UTC day on which the event happened, counted from the epoch. */
  public long day() {
    return Micros.toEpochDay(occurredAt);
  }

  public boolean sameContent(RawRow other) {
    return table == other.table && compareContent(other) == 0;
  }

  public int compareContent(RawRow other) {
    return Arrays.compareUnsigned(
        bytes, offset, offset + length, other.bytes, other.offset, other.offset + other.length);
  }
}
