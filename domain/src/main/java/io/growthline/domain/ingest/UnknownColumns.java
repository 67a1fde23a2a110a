package io.growthline.domain.ingest;

/** What to do with events that say more than their contract declares. */
public enum UnknownColumns {
  /** The event becomes a dead letter. */
  REJECT,
  /** The event is taken; the rest is kept in {@code raw.undeclared_columns}. */
  KEEP
}
