package io.growthline.pages;

import io.growthline.pages.grid.Exported;
import io.growthline.pages.section.Gates;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders the pages in their one layout. */
public final class Site {
  private Site() {}

  /**
   * An entry of the navigation.
   *
   * @param here whether the page is shown, or holds the one that is
   */
  public record Link(String path, String title, boolean here) {}

  /**
   * A whole page.
   *
   * @throws MissingPageException when the path names nothing that exists
   */
  public static String page(Page page, Source source) {
    List<SectionView> sections =
        page.sections().stream()
            .map(section -> SectionView.onPage(section, source))
            .filter(view -> !view.html().isEmpty())
            .toList();
    Map<String, Object> data = new HashMap<>(frame(page));
    data.put("title", page.heading(source));
    data.put("lead", page.lead().apply(source));
    data.put("anchors", sections);
    data.put("rows", SectionView.rows(sections));
    data.putAll(freshness(source));
    return Templates.render("page.html", data);
  }

  /**
   * The section in which an element of a page is, alone, for a page that is open.
   *
   * @param element id of the section, or an id that begins with it
   */
  public static Optional<String> section(Page page, Source source, String element) {
    return page.sections().stream()
        .filter(s -> element.equals(s.id()) || element.startsWith(s.id() + "-"))
        .max(Comparator.comparingInt(s -> s.id().length()))
        .map(
            section ->
                Templates.render(
                    "section.html", Map.of("section", SectionView.onPage(section, source))));
  }

  /**
   * The rows of a grid as CSV.
   *
   * @throws UnknownChoiceException when the page has no such grid, or the grid no such filter or
   *     order
   */
  public static String csv(Page page, Source source, String grid) {
    List<Exported> grids =
        page.sections().stream()
            .flatMap(section -> section.blocks(source).stream())
            .filter(Exported.class::isInstance)
            .map(Exported.class::cast)
            .toList();
    return grids.stream()
        .filter(exported -> exported.id().equals(grid))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownChoiceException(
                    "export", grid, grids.stream().map(Exported::id).toList()))
        .csv(source);
  }

  /** The page about something that does not exist. */
  public static String missing(Page page, Source source, String reason) {
    Map<String, Object> data = new HashMap<>(frame(page));
    data.put("title", "Not found");
    data.put("lead", reason);
    data.put("anchors", List.of());
    data.put("rows", List.of());
    data.putAll(freshness(source));
    return Templates.render("page.html", data);
  }

  /** A page while nothing is published. */
  public static String unpublished(Page page, String reason) {
    Map<String, Object> data = new HashMap<>(frame(page));
    data.put("title", "Nothing is published yet");
    data.put("lead", reason);
    return Templates.render("empty.html", data);
  }

  private static Map<String, Object> frame(Page page) {
    return Map.of(
        "links",
        Pages.ALL.stream()
            .map(link -> new Link(link.path(), link.title(), link.holds(page)))
            .toList());
  }

  private static Map<String, Object> freshness(Source source) {
    Tables tables = source.tables();
    Gates.Overall gates = Gates.overall(source);
    return Map.of(
        "asOf", tables.asOf() == null ? "no data" : Format.DAY.text(tables.asOf()),
        "published", Format.TIME.text(tables.publishedAt()),
        "verdict", gates.verdict(),
        "words", gates.words());
  }
}
