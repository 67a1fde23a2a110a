package io.growthline.cloudrun.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What went wrong, from a closed list that callers may branch on; where a rejected record can fail
 * in the same way, dead letters carry the same code.
 */
public enum ProblemCode {
  /** The body is not JSON. */
  MALFORMED_RECORD(400, "The body is not valid JSON"),
  /** A field that is needed is absent or null. */
  MISSING_FIELD(400, "A field is missing"),
  /** A field that the contract does not know. */
  UNKNOWN_COLUMN(400, "A field is not known"),
  /** A field has another type than the contract says. */
  WRONG_TYPE(400, "A field has the wrong type"),
  /** A number is too small or too large. */
  OUT_OF_RANGE(400, "A value is out of range"),
  /** A text is not one of the allowed values. */
  NOT_ALLOWED_VALUE(400, "A value is not allowed"),
  /** The customer, page or resource does not exist. */
  NOT_FOUND(404, "Not found"),
  /** The address exists, the method does not. */
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  /** The answer cannot be given in the asked media type. */
  NOT_ACCEPTABLE(406, "The media type asked for is not available"),
  /** A cursor of a publication that was replaced. */
  CURSOR_EXPIRED(410, "The cursor has expired"),
  /** The body is larger than this service reads. */
  PAYLOAD_TOO_LARGE(413, "The body is too large"),
  /** The address is longer than this service reads. */
  URI_TOO_LONG(414, "The address is too long"),
  /** The body is not declared as JSON. */
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
  /** No model is active yet. */
  MODEL_UNAVAILABLE(503, "No model is available"),
  /** No warehouse is published yet. */
  WAREHOUSE_UNAVAILABLE(503, "No warehouse is published"),
  /** A fault of the service. */
  INTERNAL(500, "The service failed");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The form in answers. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
