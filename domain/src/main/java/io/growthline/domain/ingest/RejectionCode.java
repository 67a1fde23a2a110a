package io.growthline.domain.ingest;

import java.util.Locale;

/** The closed list of reasons for which a record is not taken. */
public enum RejectionCode {
  /** The rest of a file, or all of it, cannot be read. */
  UNREADABLE_FILE(true),
  /** Not valid JSON, CSV or UTF-8, or not an object. */
  MALFORMED_RECORD(false),
  /** No contract or mapping takes records of this kind. */
  UNKNOWN_TABLE(false),
  /** The contract does not declare the column. */
  UNKNOWN_COLUMN(false),
  /** A required value is absent. */
  MISSING_FIELD(false),
  /** The value is not of the column's type. */
  WRONG_TYPE(false),
  /** The number or time is outside what the contract allows. */
  OUT_OF_RANGE(false),
  /** The text is not one of the allowed values. */
  NOT_ALLOWED_VALUE(false),
  /** The contract does not know this schema version. */
  UNKNOWN_SCHEMA_VERSION(false),
  /** The record is larger than {@link Payloads#MAX_BYTES}. */
  PAYLOAD_TOO_LARGE(false),
  /** It claims to have happened more than a day after it was ingested or its file was read. */
  FUTURE_EVENT(false),
  /** A defect of the platform. */
  INTERNAL(true);

  private final boolean retryable;

  RejectionCode(boolean retryable) {
    this.retryable = retryable;
  }

  /** Name in snake case, as in {@code monitoring.dead_letters}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether trying the same bytes again may help. */
  public boolean retryable() {
    return retryable;
  }
}
