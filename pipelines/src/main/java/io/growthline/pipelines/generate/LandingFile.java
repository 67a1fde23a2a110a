package io.growthline.pipelines.generate;

import io.growthline.domain.simulate.Fault;
import java.io.Closeable;
import java.io.IOException;

/**
 * One landing file of one table.
 *
 * @param <T> the record of one row
 */
interface LandingFile<T extends Record> extends Closeable {
  void write(T row) throws IOException;

  /** Writes a broken copy of a row; false when this kind of file cannot hold such a fault. */
  boolean writeBroken(T row, Fault fault) throws IOException;
}
