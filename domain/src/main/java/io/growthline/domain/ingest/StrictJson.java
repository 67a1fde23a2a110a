package io.growthline.domain.ingest;

import static io.growthline.domain.ingest.RejectionCode.MALFORMED_RECORD;
import static io.growthline.domain.ingest.RejectionCode.OUT_OF_RANGE;
import static io.growthline.domain.ingest.RejectionCode.WRONG_TYPE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.Micros;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads any record and says what is wrong with it, without ever changing a value: {@code 12.5} is
 * no integer, {@code "12"} is no number, a time without a zone is no time. Not thread-safe.
 */
final class StrictJson {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private final List<ColumnSpec> columns;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final ObjectMapper trees;

  /**
   * @param trees reads the values of undeclared members
   */
  StrictJson(TableSpec<?> table, ObjectMapper trees) {
    this.columns = table.columns();
    this.trees = trees;
    for (int i = 0; i < columns.size(); i++) {
      indexes.put(columns.get(i).name(), i);
    }
  }

  /** Index of a column, or -1 when the contract declares none of that name. */
  int column(String name) {
    return indexes.getOrDefault(name, -1);
  }

  /**
   * Fills a draft with a record. The whole object is read even after a complaint: malformed JSON
   * outweighs the others.
   *
   * @return the first complaint about a member, or null
   * @throws RejectedRecordException when the record is not one JSON object
   */
  RejectedRecordException read(
      byte[] json, int offset, int length, RowDraft draft, UndeclaredMembers undeclared)
      throws RejectedRecordException {
    draft.begin();
    try (JsonParser parser = JSON.createParser(json, offset, length)) {
      return readObject(parser, draft, undeclared);
    } catch (IOException e) {
      throw new RejectedRecordException(MALFORMED_RECORD, null, "The record is not valid JSON");
    }
  }

  private RejectedRecordException readObject(
      JsonParser parser, RowDraft draft, UndeclaredMembers undeclared)
      throws IOException, RejectedRecordException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new RejectedRecordException(MALFORMED_RECORD, null, "The record is not a JSON object");
    }
    RejectedRecordException first = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      int column = column(name);
      try {
        if (column < 0) {
          undeclared.check(name);
          undeclared.keep(name, trees.readTree(parser));
        } else {
          readMember(parser, token, column, draft);
        }
      } catch (RejectedRecordException e) {
        first = first == null ? e : first;
        parser.skipChildren();
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
      throw new RejectedRecordException(
          MALFORMED_RECORD, null, "The line holds more than one JSON object");
    }
    return first;
  }

  private void readMember(JsonParser parser, JsonToken token, int column, RowDraft draft)
      throws IOException, RejectedRecordException {
    String name = columns.get(column).name();
    if (draft.isNamed(column)) {
      throw new RejectedRecordException(MALFORMED_RECORD, name, name + " appears twice");
    }
    draft.setNull(column);
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    ColumnType type = columns.get(column).type();
    if (token == JsonToken.VALUE_STRING && type == ColumnType.STRING) {
      draft.setText(column, parser.getText());
    } else {
      draft.setNumber(column, number(parser, token, columns.get(column)));
    }
  }

  private static long number(JsonParser parser, JsonToken token, ColumnSpec column)
      throws IOException, RejectedRecordException {
    String name = column.name();
    switch (column.type()) {
      case TIMESTAMP:
        if (token == JsonToken.VALUE_STRING) {
          return Micros.of(IsoTimes.timestamp(parser.getText(), name));
        }
        break;
      case DATE:
        if (token == JsonToken.VALUE_STRING) {
          return IsoTimes.date(parser.getText(), name).toEpochDay();
        }
        break;
      case INT64:
        if (token == JsonToken.VALUE_NUMBER_INT) {
          return wholeNumber(parser, name);
        }
        break;
      case FLOAT64:
        if (token.isNumeric()) {
          return Double.doubleToRawLongBits(parser.getDoubleValue());
        }
        break;
      case BOOL:
        if (token.isBoolean()) {
          return token == JsonToken.VALUE_TRUE ? 1 : 0;
        }
        break;
      case STRING:
        break;
    }
    throw new RejectedRecordException(WRONG_TYPE, name, name + " must be of type " + column.type());
  }

  private static long wholeNumber(JsonParser parser, String name)
      throws IOException, RejectedRecordException {
    try {
      return parser.getLongValue();
    } catch (InputCoercionException e) {
      throw new RejectedRecordException(OUT_OF_RANGE, name, name + " does not fit in 64 bits");
    }
  }
}
