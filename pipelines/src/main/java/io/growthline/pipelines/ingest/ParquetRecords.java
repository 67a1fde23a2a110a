package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.RejectedRecordException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;

/** Rows of a Parquet file of any schema; a file without a byte has none. */
final class ParquetRecords implements Records {
  private final SeekableByteChannel channel;
  private final ParquetReader<Group> reader;
  private Group row;
  private long number;

  /**
   * @param channel is closed with the records, or when it holds none
   */
  ParquetRecords(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    try {
      reader = channel.size() == 0 ? null : ParquetRows.open(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public boolean next() throws IOException {
    row = reader == null ? null : reader.read();
    number++;
    return row != null;
  }

  @Override
  public long number() {
    return number;
  }

  /** The row as JSON. */
  @Override
  public byte[] payload() {
    return ParquetRows.json(row);
  }

  @Override
  public Map<String, ?> values() throws RejectedRecordException {
    return ParquetRows.toMap(row);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (reader != null) {
        reader.close();
      }
    }
  }
}
