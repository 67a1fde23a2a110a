package io.growthline.transforms.block;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import java.util.List;

/**
 * Tells blocks of this build from those of another. A row holds its columns and no names, so a
 * block can only be read with the contracts that it was written with.
 */
final class BlockVersion {
  // Changes with the form of blocks and rows.
  private static final int FORMAT = 1;

  private BlockVersion() {}

  /** The version of blocks with rows of these tables, which blocks name by their position. */
  static int of(List<? extends TableSpec<?>> tables) {
    int version = FORMAT;
    for (TableSpec<?> table : tables) {
      version = 31 * version + table.id().hashCode();
      for (ColumnSpec column : table.columns()) {
        version = 31 * version + column.name().hashCode();
        version = 31 * version + column.type().name().hashCode();
        version = 31 * version + Boolean.hashCode(column.nullable());
      }
    }
    return version;
  }

  /**
   * Refuses a block of another version.
   *
   * @throws IllegalStateException that says what to do
   */
  static void check(byte[] block, int version) {
    if (block.length < Integer.BYTES || Compression.getInt(block, 0) != version) {
      throw new IllegalStateException(
          "A block of rows was written by a build with other contracts: drain the job that wrote it"
              + " with that build, then start this one");
    }
  }
}
