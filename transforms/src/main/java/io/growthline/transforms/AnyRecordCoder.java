package io.growthline.transforms;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** The coder of rows of several tables in one collection: the id of the table, then the record. */
public final class AnyRecordCoder extends CustomCoder<Record> {
  private static final AnyRecordCoder INSTANCE = new AnyRecordCoder();

  private AnyRecordCoder() {}

  public static AnyRecordCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Record row, OutputStream out) throws IOException {
    StringUtf8Coder.of().encode(TableSpec.of(row.getClass()).id(), out);
    encode(row, row.getClass(), out);
  }

  private static <T extends Record> void encode(Record row, Class<T> type, OutputStream out)
      throws IOException {
    RecordCoder.of(type).encode(type.cast(row), out);
  }

  @Override
  public Record decode(InputStream in) throws IOException {
    String id = StringUtf8Coder.of().decode(in);
    TableSpec<?> table =
        Contracts.find(id).orElseThrow(() -> new CoderException("There is no contract of " + id));
    return RecordCoder.of(table.type()).decode(in);
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean consistentWithEquals() {
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AnyRecordCoder;
  }

  @Override
  public int hashCode() {
    return AnyRecordCoder.class.hashCode();
  }
}
