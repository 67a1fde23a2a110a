package io.growthline.transforms.block;

import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.contract.TableSpec;
import java.util.function.Consumer;

/** Reads blocks of sorted runs, each by itself. */
public final class RunBlocks {
  private RunBlocks() {}

  /** Hands over every row of a block of a table. */
  public static <T extends Record> void forEach(
      TableSpec<T> table, byte[] block, Consumer<T> consumer) {
    RowCodec<T> codec = RowCodec.of(table);
    byte[] bytes = RunBlock.unpack(block, table);
    RowCursor cursor = new RowCursor().at(bytes, 0);
    while (cursor.position() < bytes.length) {
      int length = (int) cursor.readVarint();
      consumer.accept(codec.read(bytes, cursor.position()));
      cursor.skip(length);
    }
  }

  /** {@code dataset.table} of a block that {@link PackByCustomer} has packed. */
  public static String table(byte[] block) {
    return RunBlock.Header.of(block).run();
  }

  /** A name that no other block of the same partition has. */
  public static String name(byte[] block) {
    RunBlock.Header header = RunBlock.Header.of(block);
    return header.run() + " block " + header.number();
  }
}
