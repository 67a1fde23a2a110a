package io.growthline.transforms.block;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.contract.TableSpec;
import java.util.List;

/**
 * A part of a sorted run: rows of one table in their order. The blocks of a run are numbered, and
 * each row of a block comes before those of the next.
 */
final class RunBlock {
  private RunBlock() {}

  static int version(TableSpec<?> table) {
    return BlockVersion.of(List.of(table));
  }

  static byte[] pack(int version, String run, int number, RowBuffer rows) {
    RowBuffer head = new RowBuffer(64);
    byte[] first = new byte[Integer.BYTES];
    Compression.putInt(first, 0, version);
    head.putBytes(first, 0, first.length);
    head.putText(run);
    head.putVarint(number);
    return Compression.pack(head.toBytes(), rows.array(), rows.size());
  }

  /** The rows of a block, each after its length. */
  static byte[] unpack(byte[] block, TableSpec<?> table) {
    BlockVersion.check(block, version(table));
    return Compression.unpack(block, Header.of(block).end());
  }

  /**
   * What a block says of itself.
   *
   * @param end position behind it
   */
  record Header(String run, int number, int end) {
    static Header of(byte[] block) {
      RowCursor head = new RowCursor().at(block, Integer.BYTES);
      String run = head.readText();
      int number = (int) head.readVarint();
      return new Header(run, number, head.position());
    }
  }
}
