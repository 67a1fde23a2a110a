package io.growthline.transforms.block;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;

/**
 * Encoded rows of raw tables, of one origin and landing source. Pipelines shuffle such blocks by
 * bucket of customers: an element for each row is slow, and a runner on one machine holds all
 * elements of a step.
 *
 * <p>A block is its {@link BlockVersion}, origin and source, and compressed, for each row, the
 * position of its table in {@link Contracts#RAW}, its length and the row.
 */
public final class RowBlock {
  private static final int VERSION = BlockVersion.of(Contracts.RAW);
  private static final Origin[] ORIGINS = Origin.values();

  private final byte[] header;
  private final RowBuffer rows = new RowBuffer(1 << 12);

  /** An empty block of rows that landed in the folder {@code source}; empty for no landing. */
  public RowBlock(Origin origin, String source) {
    RowBuffer head = new RowBuffer(64);
    byte[] version = new byte[Integer.BYTES];
    Compression.putInt(version, 0, VERSION);
    head.putBytes(version, 0, version.length);
    head.putByte(origin.ordinal());
    head.putText(source);
    header = head.toBytes();
  }

  /** Adds an encoded row of the raw table number {@code table}. */
  public void add(int table, byte[] bytes, int offset, int length) {
    rows.putByte(table);
    rows.putVarint(length);
    rows.putBytes(bytes, offset, length);
  }

  /** Bytes of the rows before they are compressed. */
  public int size() {
    return rows.size();
  }

  public byte[] toBytes() {
    return Compression.pack(header, rows.array(), rows.size());
  }

  /**
   * The rows of a block, one after the other.
   *
   * @throws IllegalStateException when the block is damaged or of another build
   */
  public static Rows open(byte[] block) {
    return new Rows(block);
  }

  /** A cursor over the rows of one block. */
  public static final class Rows {
    private final Origin origin;
    private final String source;
    private final RowCursor cursor = new RowCursor();
    private final byte[] bytes;
    private int table;
    private int offset;
    private int length;

    private Rows(byte[] block) {
      BlockVersion.check(block, VERSION);
      RowCursor head = new RowCursor().at(block, Integer.BYTES);
      origin = ORIGINS[head.readByte()];
      source = head.readText();
      bytes = Compression.unpack(block, head.position());
      cursor.at(bytes, 0);
    }

    public Origin origin() {
      return origin;
    }

    /** Landing source; empty for published rows. */
    public String source() {
      return source;
    }

    /** Moves to the next row, if there is one. */
    public boolean next() {
      int at = offset + length;
      if (at >= bytes.length) {
        return false;
      }
      cursor.at(bytes, at);
      table = cursor.readByte();
      length = (int) cursor.readVarint();
      offset = cursor.position();
      return true;
    }

    /** Position of the row's table in {@link Contracts#RAW}. */
    public int table() {
      return table;
    }

    /** The array that holds the row; it does not change. */
    public byte[] bytes() {
      return bytes;
    }

    public int offset() {
      return offset;
    }

    public int length() {
      return length;
    }
  }
}
