package io.growthline.transforms;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.mart.Totals;
import io.growthline.transforms.block.BlockCoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;

/** Totals as their own compact bytes. */
public final class TotalsCoder<T extends Totals<T>> extends AtomicCoder<T> {
  private static final long serialVersionUID = 1L;

  private final AddUp.SerializableSupplier<T> empty;

  private TotalsCoder(AddUp.SerializableSupplier<T> empty) {
    this.empty = empty;
  }

  /**
   * @param empty makes totals of nothing
   */
  public static <T extends Totals<T>> TotalsCoder<T> of(AddUp.SerializableSupplier<T> empty) {
    return new TotalsCoder<>(empty);
  }

  /** Adds parts up into one value. */
  public AddUp<T> addUp() {
    return new AddUp<>(empty, Totals::addAll, this);
  }

  @Override
  public void encode(T totals, OutputStream out) throws IOException {
    RowBuffer bytes = new RowBuffer(1 << 10);
    totals.write(bytes);
    BlockCoder.of().encode(bytes.toBytes(), out);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    T totals = empty.get();
    totals.add(new RowCursor().at(BlockCoder.of().decode(in), 0));
    return totals;
  }
}
