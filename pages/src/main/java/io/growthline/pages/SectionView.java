package io.growthline.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * A section as the templates show it.
 *
 * @param html its blocks
 */
public record SectionView(String id, String title, Place place, String html) {
  /** On a page. */
  static SectionView onPage(Section section, Source source) {
    StringBuilder html = new StringBuilder();
    section.blocks(source).forEach(block -> html.append(block.html(source)));
    return new SectionView(section.id(), section.title(), section.place(), html.toString());
  }

  /** In a report. */
  static SectionView inReport(Section section, Source source) {
    StringBuilder html = new StringBuilder();
    section.blocks(source).forEach(block -> html.append(block.printed(source)));
    return new SectionView(section.id(), section.title(), section.place(), html.toString());
  }

  public boolean isBare() {
    return place == Place.BARE;
  }

  /**
   * Neighbours that share the width of a page.
   *
   * @param kind class of the style sheet
   * @param columns from the left, each from above
   */
  public record Row(String kind, List<List<SectionView>> columns) {}

  /** Sections as rows of a page, in their order. */
  static List<Row> rows(List<SectionView> sections) {
    List<Row> rows = new ArrayList<>();
    int i = 0;
    while (i < sections.size()) {
      String kind = kind(sections.get(i));
      int first = i;
      while (i < sections.size() && kind(sections.get(i)).equals(kind)) {
        i++;
      }
      rows.add(row(kind, sections.subList(first, i)));
    }
    return rows;
  }

  private static Row row(String kind, List<SectionView> sections) {
    return switch (kind) {
      case "split" -> split(at(Place.MAIN, sections), at(Place.SIDE, sections));
      case "halves" -> halves(sections);
      default -> new Row(kind, List.of(List.copyOf(sections)));
    };
  }

  /** Without neighbours, a section has the whole width. */
  private static Row split(List<SectionView> main, List<SectionView> side) {
    return main.isEmpty() || side.isEmpty()
        ? new Row("whole", List.of(main.isEmpty() ? side : main))
        : new Row("split", List.of(main, side));
  }

  /** Columns of their own heights, so a short section leaves no hole beside a long one. */
  private static Row halves(List<SectionView> sections) {
    List<List<SectionView>> columns = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < sections.size(); i++) {
      columns.get(i % 2).add(sections.get(i));
    }
    return sections.size() < 2 ? new Row("whole", List.of(sections)) : new Row("halves", columns);
  }

  private static List<SectionView> at(Place place, List<SectionView> sections) {
    return sections.stream().filter(section -> section.place() == place).toList();
  }

  private static String kind(SectionView section) {
    return switch (section.place()) {
      case MAIN, SIDE -> "split";
      case HALF -> "halves";
      case FULL, BARE -> "whole";
    };
  }
}
