package io.growthline.transforms;

import io.growthline.domain.contract.RecordCodec;
import io.growthline.domain.contract.Table;
import io.growthline.domain.contract.TableSpec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviderRegistrar;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * The compact coder of contract records. Beam infers it for every record annotated with {@link
 * Table}, so transforms need not name it.
 *
 * @param <T> the record
 */
public final class RecordCoder<T extends Record> extends CustomCoder<T> {
  private final Class<T> type;
  private transient RecordCodec<T> codec;

  private RecordCoder(Class<T> type) {
    this.type = type;
  }

  public static <T extends Record> RecordCoder<T> of(Class<T> type) {
    return new RecordCoder<>(type);
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    codec().write(value, new DataOutputStream(out));
  }

  @Override
  public T decode(InputStream in) throws IOException {
    return codec().read(new DataInputStream(in));
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

  private RecordCodec<T> codec() {
    if (codec == null) {
      codec = new RecordCodec<>(TableSpec.of(type));
    }
    return codec;
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
