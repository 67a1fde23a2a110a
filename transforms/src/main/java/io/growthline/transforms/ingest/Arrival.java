package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Micros;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/**
 * One event that a streaming job has appended.
 *
 * @param source landing source
 * @param tableName raw table
 * @param occurredAt when it happened
 */
public record Arrival(String source, String tableName, Instant occurredAt) {
  static Coder<Arrival> coder() {
    return ArrivalCoder.INSTANCE;
  }

  private static final class ArrivalCoder extends AtomicCoder<Arrival> {
    private static final long serialVersionUID = 1L;
    private static final ArrivalCoder INSTANCE = new ArrivalCoder();

    @Override
    public void encode(Arrival arrival, OutputStream out) throws IOException {
      StringUtf8Coder.of().encode(arrival.source, out);
      StringUtf8Coder.of().encode(arrival.tableName, out);
      BigEndianLongCoder.of().encode(Micros.of(arrival.occurredAt), out);
    }

    @Override
    public Arrival decode(InputStream in) throws IOException {
      return new Arrival(
          StringUtf8Coder.of().decode(in),
          StringUtf8Coder.of().decode(in),
          Micros.toInstant(BigEndianLongCoder.of().decode(in)));
    }

    @Override
    public boolean consistentWithEquals() {
      return true;
    }
  }
}
