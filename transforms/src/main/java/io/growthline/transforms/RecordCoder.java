package io.growthline.transforms;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.Table;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviderRegistrar;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * The compact coder of contract records. Beam infers it for every record annotated with {@link
 * Table}, so transforms need not name it.
 *
 * @param <T> the record
 */
public final class RecordCoder<T extends Record> extends CustomCoder<T> {
  // Threads share coders, and a codec serves one thread.
  private static final ClassValue<ThreadLocal<Scratch<?>>> SCRATCH =
      new ClassValue<>() {
        @Override
        protected ThreadLocal<Scratch<?>> computeValue(Class<?> type) {
          TableSpec<?> table = TableSpec.of(type.asSubclass(Record.class));
          return ThreadLocal.withInitial(
              () -> new Scratch<>(RowCodec.of(table), new RowBuffer(256)));
        }
      };

  private final Class<T> type;

  /** What encoding and decoding work with. */
  private record Scratch<T extends Record>(RowCodec<T> codec, RowBuffer buffer) {}

  private RecordCoder(Class<T> type) {
    this.type = type;
  }

  public static <T extends Record> RecordCoder<T> of(Class<T> type) {
    return new RecordCoder<>(type);
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    Scratch<T> work = scratch();
    RowBuffer buffer = work.buffer();
    buffer.clear();
    try {
      work.codec().write(value, buffer);
    } catch (IllegalArgumentException e) {
      throw new CoderException(e.getMessage(), e);
    }
    VarInt.encode(buffer.size(), out);
    out.write(buffer.array(), 0, buffer.size());
  }

  @Override
  public T decode(InputStream in) throws IOException {
    byte[] row = in.readNBytes(VarInt.decodeInt(in));
    return scratch().codec().read(row, 0);
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean consistentWithEquals() {
    return true;
  }

  @Override
  public TypeDescriptor<T> getEncodedTypeDescriptor() {
    return TypeDescriptor.of(type);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordCoder<?> coder && coder.type == type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @SuppressWarnings("unchecked") // each class has scratch of its own
  private Scratch<T> scratch() {
    return (Scratch<T>) SCRATCH.get(type).get();
  }

  /** Makes Beam's coder registry know {@link RecordCoder}; found by the service loader. */
  public static final class Registrar implements CoderProviderRegistrar {
    @Override
    public List<CoderProvider> getCoderProviders() {
      return List.of(
          new CoderProvider() {
            @Override
            @SuppressWarnings("unchecked") // the raw type is checked to be a contract record
            public <T> Coder<T> coderFor(
                TypeDescriptor<T> descriptor, List<? extends Coder<?>> componentCoders)
                throws CannotProvideCoderException {
              Class<? super T> raw = descriptor.getRawType();
              if (!raw.isRecord() || !raw.isAnnotationPresent(Table.class)) {
                throw new CannotProvideCoderException(raw + " is not a contract record");
              }
              return (Coder<T>) RecordCoder.of(raw.asSubclass(Record.class));
            }
          });
    }
  }
}
