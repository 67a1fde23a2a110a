package io.growthline.pages;

import java.util.List;

/** A part of pages and reports: rows of the tables as blocks. */
public interface Section {
  /** Anchor on the page: lower-case words joined by hyphens, unique on each page. */
  String id();

  /** Heading, and entry of the navigation. */
  String title();

  /** Where it goes on a wide page; on a narrow one sections follow each other. */
  default Place place() {
    return Place.FULL;
  }

  /** What it shows, in order. */
  List<Block> blocks(Source source);
}
