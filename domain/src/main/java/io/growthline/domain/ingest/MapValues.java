package io.growthline.domain.ingest;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Micros;
import java.time.Instant;
import java.time.LocalDate;

/** Java values as columns of a row, taken as strictly as those of JSON. */
final class MapValues {
  private MapValues() {}

  /** Puts a value, which is not null, into a column of a draft. */
  static void set(RowDraft draft, int column, ColumnSpec spec, Object value)
      throws RejectedRecordException {
    String name = spec.name();
    switch (spec.type()) {
      case STRING:
        if (value instanceof CharSequence text) {
          draft.setText(column, text.toString());
          return;
        }
        break;
      case INT64:
        if (value instanceof Long || value instanceof Integer) {
          draft.setNumber(column, ((Number) value).longValue());
          return;
        }
        break;
      case FLOAT64:
        if (value instanceof Number number) {
          draft.setNumber(column, Double.doubleToRawLongBits(number.doubleValue()));
          return;
        }
        break;
      case BOOL:
        if (value instanceof Boolean flag) {
          draft.setNumber(column, flag ? 1 : 0);
          return;
        }
        break;
      case TIMESTAMP:
        if (value instanceof Instant instant) {
          draft.setNumber(column, Micros.of(IsoTimes.inRange(instant, name)));
          return;
        } else if (value instanceof CharSequence text) {
          draft.setNumber(column, Micros.of(IsoTimes.timestamp(text.toString(), name)));
          return;
        }
        break;
      case DATE:
        if (value instanceof LocalDate date) {
          draft.setNumber(column, IsoTimes.inRange(date, name).toEpochDay());
          return;
        } else if (value instanceof CharSequence text) {
          draft.setNumber(column, IsoTimes.date(text.toString(), name).toEpochDay());
          return;
        }
        break;
    }
    throw new RejectedRecordException(
        RejectionCode.WRONG_TYPE, name, name + " must be of type " + spec.type());
  }
}
