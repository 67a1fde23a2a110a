package io.growthline.domain.simulate;

/** What can go wrong with a valid row on its way, and what it must lead to. */
public enum Fault {
  /** The same delivery arrives twice. */
  DUPLICATE,
  /** The same business event is delivered again under another event id. */
  REDELIVERY,
  /** The row arrives more than a day after it happened. */
  LATE,
  /** One more row, cut off in the middle. */
  TRUNCATED,
  /** One more row, with text where a number belongs. */
  WRONG_TYPE,
  /** One more row, without the time at which it happened. */
  MISSING_FIELD,
  /** One more row, with a value out of the closed set; only tables with such sets have it. */
  NOT_ALLOWED,
  /** One more row, with a column that no contract knows. */
  UNKNOWN_COLUMN,
  /** One more row of a newer schema, with its version and its new column. */
  SCHEMA_CHANGE
}
