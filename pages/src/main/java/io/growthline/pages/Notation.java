package io.growthline.pages;

/** How values are written, on pages and in reports alike. */
public interface Notation {
  /** As plain text; a missing value is a dash. */
  String text(Object value);

  /** As HTML. */
  String html(Object value);

  /** Whether values are numbers, which are aligned right. */
  boolean numeric();
}
