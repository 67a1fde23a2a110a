package io.growthline.pages;

/** Where a section goes on a wide page. */
public enum Place {
  /** Over the whole width. */
  FULL,
  /** In the wide column, beside neighbours that are {@link #SIDE}. */
  MAIN,
  /** In the narrow column, beside neighbours that are {@link #MAIN}. */
  SIDE,
  /** Half of the width; neighbours go left and right in turn. */
  HALF,
  /** Over the whole width without a frame or a visible heading, such as the key figures. */
  BARE
}
