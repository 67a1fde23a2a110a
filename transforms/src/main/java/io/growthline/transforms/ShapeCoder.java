package io.growthline.transforms;

import io.growthline.domain.contract.RecordShape;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.transforms.block.BlockCoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;

/**
 * Records without a contract as compact bytes, component by component.
 *
 * @param <T> a public record (see {@link RecordShape})
 */
public final class ShapeCoder<T extends Record> extends AtomicCoder<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;

  private ShapeCoder(Class<T> type) {
    this.type = type;
  }

  public static <T extends Record> ShapeCoder<T> of(Class<T> type) {
    return new ShapeCoder<>(type);
  }

  @Override
  public void encode(T row, OutputStream out) throws IOException {
    RowBuffer bytes = new RowBuffer(256);
    RecordShape.of(type).write(row, bytes);
    BlockCoder.of().encode(bytes.toBytes(), out);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    return RecordShape.of(type).read(new RowCursor().at(BlockCoder.of().decode(in), 0));
  }
}
