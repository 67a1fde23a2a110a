package io.growthline.domain.ingest;

import static io.growthline.domain.ingest.RejectionCode.FUTURE_EVENT;
import static io.growthline.domain.ingest.RejectionCode.MALFORMED_RECORD;
import static io.growthline.domain.ingest.RejectionCode.MISSING_FIELD;
import static io.growthline.domain.ingest.RejectionCode.NOT_ALLOWED_VALUE;
import static io.growthline.domain.ingest.RejectionCode.OUT_OF_RANGE;
import static io.growthline.domain.ingest.RejectionCode.UNKNOWN_SCHEMA_VERSION;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.TableSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the contract of a raw table demands of values that already have the right types. */
final class RowRules<T extends Record> {
  private static final Duration FUTURE_TOLERANCE = Duration.ofHours(24);
  private static final Set<String> IDENTIFIERS = Set.of("event_id", "idempotency_key");

  private final TableSpec<T> spec;
  private final int occurredAt;
  private final int ingestedAt;
  private final int schemaVersion;

  RowRules(TableSpec<T> spec) {
    this.spec = spec;
    this.occurredAt = spec.indexOf("occurred_at");
    this.ingestedAt = spec.indexOf("ingested_at");
    this.schemaVersion = spec.indexOf("schema_version");
  }

  /**
   * A newer version explains columns that are unknown, so this is asked before other complaints.
   */
  void checkVersion(Object[] values) throws RejectedRecordException {
    if (values[schemaVersion] instanceof Long version
        && (version < 1 || version > spec.version())) {
      throw new RejectedRecordException(
          UNKNOWN_SCHEMA_VERSION,
          "schema_version",
          "schema_version must be 1 to " + spec.version() + " for " + spec.id());
    }
  }

  /** A row of these values in column order, or the reason why they make none. */
  T row(Object[] values) throws RejectedRecordException {
    checkVersion(values);
    List<ColumnSpec> columns = spec.columns();
    for (int i = 0; i < values.length; i++) {
      ColumnSpec column = columns.get(i);
      Object value = values[i];
      if (value == null) {
        if (!column.nullable()) {
          throw missing(column.name());
        }
        continue;
      }
      if (column.type() == ColumnType.STRING) {
        checkText(column, (String) value);
      } else if (value instanceof Number number) {
        checkNumber(column, number.doubleValue());
      }
    }
    Instant occurred = (Instant) values[occurredAt];
    if (occurred.isAfter(((Instant) values[ingestedAt]).plus(FUTURE_TOLERANCE))) {
      throw new RejectedRecordException(
          FUTURE_EVENT, "occurred_at", "occurred_at lies more than 24 hours after ingested_at");
    }
    return spec.create(values);
  }

  private RejectedRecordException missing(String column) {
    return new RejectedRecordException(
        MISSING_FIELD, column, column + " is required by " + spec.id());
  }

  private void checkText(ColumnSpec column, String text) throws RejectedRecordException {
    if (text.isBlank() && IDENTIFIERS.contains(column.name())) {
      throw missing(column.name());
    }
    if (!column.allowed().isEmpty() && !column.allowed().contains(text)) {
      throw new RejectedRecordException(
          NOT_ALLOWED_VALUE,
          column.name(),
          column.name() + " must be one of " + String.join(", ", column.allowed()));
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || ++i == text.length()
            || !Character.isLowSurrogate(text.charAt(i))) {
          throw new RejectedRecordException(
              MALFORMED_RECORD, column.name(), column.name() + " is not valid Unicode");
        }
      }
    }
  }

  private static void checkNumber(ColumnSpec column, double number) throws RejectedRecordException {
    if (!Double.isFinite(number) || number < column.min() || number > column.max()) {
      throw new RejectedRecordException(
          OUT_OF_RANGE,
          column.name(),
          column.name() + " must lie between " + column.min() + " and " + column.max());
    }
  }
}
