package io.growthline.pages;

import java.util.List;

/** A part of pages and reports: rows of the tables as blocks. */
public interface Section {
  /** Anchor on the page: lower-case words joined by hyphens, unique on each page. */
  String id();

  /** Heading, and entry of the navigation. */
  String title();

  /** Where it stands on a wide page; below each other on a narrow one. */
  default Place place() {
    return Place.FULL;
  }

  /** What it shows, in order. */
  List<Block> blocks(Source source);
}
