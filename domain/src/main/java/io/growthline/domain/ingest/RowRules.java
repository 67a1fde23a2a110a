package io.growthline.domain.ingest;

import static io.growthline.domain.ingest.RejectionCode.FUTURE_EVENT;
import static io.growthline.domain.ingest.RejectionCode.MALFORMED_RECORD;
import static io.growthline.domain.ingest.RejectionCode.MISSING_FIELD;
import static io.growthline.domain.ingest.RejectionCode.NOT_ALLOWED_VALUE;
import static io.growthline.domain.ingest.RejectionCode.OUT_OF_RANGE;
import static io.growthline.domain.ingest.RejectionCode.UNKNOWN_SCHEMA_VERSION;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.Micros;
import io.growthline.domain.contract.TableSpec;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** What the contract of a raw table demands of values that already have the right types. */
final class RowRules {
  private static final long FUTURE_TOLERANCE = Micros.PER_DAY;

  private final TableSpec<?> spec;
  private final Rule[] rules;
  private final int occurredAt;
  private final int ingestedAt;
  private final int schemaVersion;

  RowRules(TableSpec<?> spec) {
    this.spec = spec;
    this.rules = spec.columns().stream().map(Rule::new).toArray(Rule[]::new);
    this.occurredAt = spec.indexOf("occurred_at");
    this.ingestedAt = spec.indexOf("ingested_at");
    this.schemaVersion = spec.indexOf("schema_version");
  }

  /** Whether the row names a version that an upcaster turns into the newest. */
  boolean isOlder(RowDraft row) {
    return !row.isNull(schemaVersion) && isOlder(row.number(schemaVersion));
  }

  boolean isOlder(long version) {
    return version >= 1 && version < spec.version();
  }

  /**
   * A newer version explains columns that are unknown, so this is asked before other complaints.
   */
  void checkVersion(RowDraft row) throws RejectedRecordException {
    if (row.isNull(schemaVersion)) {
      return;
    }
    long version = row.number(schemaVersion);
    if (version < 1 || version > spec.version()) {
      throw new RejectedRecordException(
          UNKNOWN_SCHEMA_VERSION,
          "schema_version",
          "schema_version must be 1 to " + spec.version() + " for " + spec.id());
    }
  }

  /**
   * Refuses a row with the first reason, in column order, why it is none. A key that names nothing
   * is made null.
   */
  void check(RowDraft row) throws RejectedRecordException {
    checkVersion(row);
    for (int i = 0; i < rules.length; i++) {
      Rule rule = rules[i];
      if (rule.key && !row.isNull(i) && row.namesNothing(i)) {
        row.setNull(i);
      }
      if (row.isNull(i)) {
        if (!rule.column.nullable()) {
          throw missing(rule.column);
        }
        continue;
      }
      switch (rule.column.type()) {
        case STRING -> checkText(rule, row, i);
        case INT64 -> checkNumber(rule.column, row.number(i));
        case FLOAT64 -> checkNumber(rule.column, Double.longBitsToDouble(row.number(i)));
        case TIMESTAMP, DATE -> checkTime(rule, row.number(i));
        case BOOL -> {}
      }
    }
    if (row.number(occurredAt) > row.number(ingestedAt) + FUTURE_TOLERANCE) {
      throw new RejectedRecordException(
          FUTURE_EVENT, "occurred_at", "occurred_at lies more than 24 hours after ingested_at");
    }
  }

  private RejectedRecordException missing(ColumnSpec column) {
    return new RejectedRecordException(
        MISSING_FIELD, column.name(), column.name() + " is required by " + spec.id());
  }

  private void checkText(Rule rule, RowDraft row, int index) throws RejectedRecordException {
    ColumnSpec column = rule.column;
    if (rule.allowed.length > 0 && !isAllowed(rule.allowed, row, index)) {
      throw new RejectedRecordException(
          NOT_ALLOWED_VALUE,
          column.name(),
          column.name() + " must be one of " + String.join(", ", column.allowed()));
    }
    if (!row.isUnicode(index)) {
      throw new RejectedRecordException(
          MALFORMED_RECORD, column.name(), column.name() + " is not valid Unicode");
    }
  }

  private static boolean isAllowed(byte[][] allowed, RowDraft row, int index) {
    for (byte[] text : allowed) {
      if (row.isText(index, text)) {
        return true;
      }
    }
    return false;
  }

  private static void checkNumber(ColumnSpec column, double number) throws RejectedRecordException {
    if (!Double.isFinite(number) || number < column.min() || number > column.max()) {
      throw outOfRange(column, column.min(), column.max());
    }
  }

  private static void checkTime(Rule rule, long time) throws RejectedRecordException {
    if (time < rule.first || time > rule.last) {
      throw outOfRange(rule.column, rule.column.notBefore(), rule.column.notAfter());
    }
  }

  private static RejectedRecordException outOfRange(ColumnSpec column, Object from, Object to) {
    return new RejectedRecordException(
        OUT_OF_RANGE, column.name(), column.name() + " must lie between " + from + " and " + to);
  }

  /** What is asked of one column, in the forms in which drafts hold values. */
  private static final class Rule {
    private final ColumnSpec column;
    private final boolean key;
    private final byte[][] allowed;
    private final long first;
    private final long last;

    Rule(ColumnSpec column) {
      this.column = column;
      this.key = Keys.isKey(column);
      this.allowed =
          column.allowed().stream()
              .map(text -> text.getBytes(StandardCharsets.UTF_8))
              .toArray(byte[][]::new);
      this.first =
          column.notBefore().equals(LocalDate.MIN)
              ? Long.MIN_VALUE
              : startOf(column, column.notBefore());
      this.last =
          column.notAfter().equals(LocalDate.MAX)
              ? Long.MAX_VALUE
              : startOf(column, column.notAfter().plusDays(1)) - 1;
    }

    private static long startOf(ColumnSpec column, LocalDate day) {
      return column.type() == ColumnType.DATE ? day.toEpochDay() : Micros.of(day);
    }
  }
}
