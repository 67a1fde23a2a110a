package io.growthline.transforms.ingest;

import io.growthline.domain.contract.RowLayout;
import io.growthline.transforms.block.RawRow;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * Rows by one of their texts: a hash table with open addressing, because a map would make a text
 * and a node of every row. Reused from customer to customer.
 */
final class EntryIndex {
  private final ToIntFunction<RawRow> column;
  private RawRow[] slots = new RawRow[64];

  /**
   * @param column position of the text in the bytes of a row
   */
  EntryIndex(ToIntFunction<RawRow> column) {
    this.column = column;
  }

  /** Forgets all rows, and makes room for some. */
  void clear(int rows) {
    int needed = Integer.highestOneBit(Math.max(rows, 16)) << 2;
    if (needed > slots.length || needed < slots.length / 8) {
      slots = new RawRow[needed];
    } else {
      Arrays.fill(slots, null);
    }
  }

  /** The row with the same text as {@code row}; null for none. */
  RawRow find(RawRow row) {
    return slots[slot(row)];
  }

  /** Adds a row, unless one with its text is there. */
  void add(RawRow row) {
    int slot = slot(row);
    if (slots[slot] == null) {
      slots[slot] = row;
    }
  }

  private int slot(RawRow row) {
    int position = column.applyAsInt(row);
    int hash = row.hash(position) * 0x9E3779B9;
    int mask = slots.length - 1;
    int slot = (hash >>> 12) & mask;
    while (slots[slot] != null && !sameText(row, position, slots[slot])) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean sameText(RawRow row, int position, RawRow other) {
    int otherPosition = column.applyAsInt(other);
    int start = RowLayout.textStart(row.bytes(), position);
    int otherStart = RowLayout.textStart(other.bytes(), otherPosition);
    return Arrays.equals(
        row.bytes(),
        start,
        start + RowLayout.length(row.bytes(), position),
        other.bytes(),
        otherStart,
        otherStart + RowLayout.length(other.bytes(), otherPosition));
  }
}
