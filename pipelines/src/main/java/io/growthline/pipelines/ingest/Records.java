package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.RejectedRecordException;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** The records of one file in their order, good or bad: a cursor. */
interface Records extends LandedRecord, Closeable {
  /**
   * Moves to the next record, if there is one.
   *
   * @throws IOException when the rest of the file cannot be read
   */
  boolean next() throws IOException;

  /** Values of the record by name. */
  Map<String, ?> values() throws RejectedRecordException;
}
