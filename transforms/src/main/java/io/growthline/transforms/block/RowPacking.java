package io.growthline.transforms.block;

import io.growthline.domain.contract.TableSpec;
import java.io.Serializable;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.coders.Coder;

/**
 * What becomes of published rows as they are read: they are packed into blocks under keys, and
 * never become elements of a pipeline.
 *
 * @param <K> key of the blocks
 */
public interface RowPacking<K> extends Serializable {
  Coder<K> keyCoder();

  /**
   * Begins to pack rows, those of one file for example.
   *
   * @param run names these rows; different from call to call
   * @param consumer takes key and block
   */
  Packer open(String run, BiConsumer<K, byte[]> consumer);

  /** Packs encoded rows. */
  interface Packer {
    void add(TableSpec<?> table, byte[] bytes, int offset, int length);

    /** Hands on what is left. */
    void flush();
  }
}
