package io.growthline.pipelines.ingest;

/** Where a record stands in its file, and what it is kept as when it is rejected. */
interface LandedRecord {
  /** Line or row, from 1. */
  long number();

  /** The record as it came. */
  byte[] payload();
}
