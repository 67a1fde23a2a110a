package io.growthline.domain.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Rows of one table as JSON objects, in the form that landing files have: keys are column names,
 * absent values have no key.
 *
 * @param <T> the record of one row
 */
public final class RecordJson<T extends Record> {
  private static final JsonFactory JSON = new JsonFactory();

  private final TableSpec<T> table;
  private final SerializedString[] names;

  public RecordJson(TableSpec<T> table) {
    this.table = table;
    names =
        table.columns().stream()
            .map(c -> new SerializedString(c.name()))
            .toArray(SerializedString[]::new);
  }

  /** Writes one object. */
  public void write(T row, JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    for (int i = 0; i < names.length; i++) {
      Object value = table.value(row, i);
      if (value == null) {
        continue;
      }
      generator.writeFieldName(names[i]);
      if (value instanceof Long number) {
        generator.writeNumber(number);
      } else if (value instanceof Boolean flag) {
        generator.writeBoolean(flag);
      } else if (value instanceof Double number) {
        generator.writeNumber(number);
      } else {
        generator.writeString(value.toString());
      }
    }
    generator.writeEndObject();
  }

  /** One row as text. */
  public String text(T row) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      write(row, generator);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return text.toString();
  }
}
