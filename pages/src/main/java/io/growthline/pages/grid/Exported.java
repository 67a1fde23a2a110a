package io.growthline.pages.grid;

import io.growthline.pages.Source;

/** A block whose rows can be taken along as CSV. */
public interface Exported {
  /** Identifies it on its page. */
  String id();

  /** The rows in full, with all their columns and raw values. */
  String csv(Source source);
}
