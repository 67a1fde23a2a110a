package io.growthline.transforms.block;

/** Where the rows of a block come from. */
public enum Origin {
  /** Published in a raw table by an earlier run. */
  PUBLISHED,
  /** Dropped as a duplicate by an earlier run. */
  DUPLICATE,
  /** Read by this run. */
  FRESH,
  /** Read by this run, and by a streaming job before it. */
  STREAMED,
  /** Read by a streaming job before this run, which has not appended it. */
  STREAM_DROPPED
}
