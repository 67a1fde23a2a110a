package io.growthline.pipelines.ingest;

/** Where a record is in its file, and what is kept of it when it is rejected. */
interface LandedRecord {
  /** Line or row, from 1. */
  long number();

  /** The record as it came. */
  byte[] payload();
}
