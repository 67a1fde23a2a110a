package io.growthline.cloudrun.data;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The rows of one SELECT in memory, found by the text in their first column without asking a
 * database. Immutable and thread-safe.
 *
 * <p>All rows of a key lie together as bytes (see {@link ValueCode}) in pages, after the key and
 * the number of rows. An open hash table has the address of each key: the number of its page,
 * counted from 1, above 16 bits with the position in the page.
 */
final class KeyedRows {
  private static final int PAGE_BYTES = 1 << 16;

  private final List<String> columns;
  private final ValueCode values;
  private final List<byte[]> pages;
  private final int[] addresses;

  private KeyedRows(List<String> columns, ValueCode values, List<byte[]> pages, int[] addresses) {
    this.columns = columns;
    this.values = values;
    this.pages = pages;
    this.addresses = addresses;
  }

  /**
   * Reads all rows.
   *
   * @param sql its first column is the key, a text that is not null; the rows of a key follow each
   *     other, and are found in this order
   */
  static KeyedRows load(DuckDbSql warehouse, String sql) {
    Builder builder = new Builder();
    List<String> columns = warehouse.forEach(sql, builder::add);
    return builder.build(columns.subList(1, columns.size()));
  }

  /** The rows of a key, without the key; none when there is no such key. */
  List<Row> find(String key) {
    byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
    int address = addresses[slot(utf8, addresses, pages)];
    if (address == 0) {
      return List.of();
    }
    RowCursor in = new RowCursor().at(pages.get(page(address)), position(address));
    in.skip((int) in.readVarint());
    int count = (int) in.readVarint();
    List<Row> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Object[] row = new Object[columns.size()];
      for (int column = 0; column < row.length; column++) {
        row[column] = values.read(in);
      }
      rows.add(new Row(columns, Collections.unmodifiableList(Arrays.asList(row))));
    }
    return Collections.unmodifiableList(rows);
  }

  /** Bytes of rows, keys and addresses, without texts that are shared. */
  long bytes() {
    return pages.stream().mapToLong(page -> page.length).sum()
        + (long) addresses.length * Integer.BYTES;
  }

  private static int page(int address) {
    return (address >>> 16) - 1;
  }

  private static int position(int address) {
    return address & 0xFFFF;
  }

  /** Where the address of a key is, or is to be put. */
  private static int slot(byte[] key, int[] addresses, List<byte[]> pages) {
    int mask = addresses.length - 1;
    int slot = hash(key) & mask;
    while (addresses[slot] != 0 && !isAt(addresses[slot], key, pages)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int hash(byte[] key) {
    int hash = Arrays.hashCode(key) * 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }

  private static boolean isAt(int address, byte[] key, List<byte[]> pages) {
    RowCursor in = new RowCursor().at(pages.get(page(address)), position(address));
    int length = (int) in.readVarint();
    int start = in.position();
    return length == key.length && Arrays.equals(in.array(), start, start + length, key, 0, length);
  }

  private static final class Builder {
    private static final int MOST_PAGES = (1 << 16) - 1;

    private final ValueCode.Writer values = new ValueCode.Writer();
    private final RowBuffer rows = new RowBuffer(1 << 12);
    private final RowBuffer entry = new RowBuffer(1 << 12);
    private final List<byte[]> pages = new ArrayList<>();
    private int position;
    private int[] addresses = new int[1 << 10];
    private int keys;
    private String key;
    private int count;

    void add(List<Object> row) {
      String next = (String) row.get(0);
      if (!next.equals(key)) {
        finishKey();
        key = next;
      }
      for (int i = 1; i < row.size(); i++) {
        values.write(row.get(i), rows);
      }
      count++;
    }

    KeyedRows build(List<String> columns) {
      finishKey();
      return new KeyedRows(List.copyOf(columns), values.reader(), List.copyOf(pages), addresses);
    }

    private void finishKey() {
      if (key == null) {
        return;
      }
      byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
      entry.clear();
      entry.putVarint(utf8.length);
      entry.putBytes(utf8, 0, utf8.length);
      entry.putVarint(count);
      entry.putBytes(rows.array(), 0, rows.size());
      int slot = slot(utf8, addresses, pages);
      if (addresses[slot] != 0) {
        throw new IllegalArgumentException("The rows of " + key + " do not follow each other");
      }
      addresses[slot] = store();
      keys++;
      if (keys * 2 > addresses.length) {
        grow();
      }
      rows.clear();
      count = 0;
    }

    /** Keeps the entry and gives its address. */
    private int store() {
      if (pages.isEmpty() || position + entry.size() > PAGE_BYTES) {
        if (pages.size() == MOST_PAGES) {
          throw new IllegalStateException("More than 4 GiB of rows cannot be kept in memory");
        }
        pages.add(new byte[Math.max(PAGE_BYTES, entry.size())]);
        position = 0;
      }
      System.arraycopy(entry.array(), 0, pages.get(pages.size() - 1), position, entry.size());
      int address = pages.size() << 16 | position;
      position += entry.size();
      return address;
    }

    private void grow() {
      int[] larger = new int[addresses.length * 2];
      RowCursor in = new RowCursor();
      for (int address : addresses) {
        if (address != 0) {
          in.at(pages.get(page(address)), position(address));
          byte[] utf8 = new byte[(int) in.readVarint()];
          System.arraycopy(in.array(), in.position(), utf8, 0, utf8.length);
          larger[slot(utf8, larger, pages)] = address;
        }
      }
      addresses = larger;
    }
  }
}
