package io.growthline.pages;

import java.util.List;
import java.util.Map;

/**
 * Numbers as tiles.
 *
 * @param figures in order
 */
public record Figures(List<Figure> figures) implements Block {
  public Figures {
    figures = List.copyOf(figures);
  }

  @Override
  public String html(Source source) {
    return Templates.render("figures.html", Map.of("figures", figures));
  }

  @Override
  public String markdown(Source source) {
    boolean months = figures.stream().anyMatch(figure -> !figure.period().isEmpty());
    return months
        ? Markdown.table(
            List.of("Metric", "Newest month", "Value", "Change"),
            List.of(false, false, true, true),
            figures.stream()
                .map(f -> List.of(f.title(), f.period(), f.value(), f.change()))
                .toList())
        : Markdown.table(
            figures.stream().map(Figure::title).toList(),
            figures.stream().map(f -> true).toList(),
            List.of(figures.stream().map(Figure::value).toList()));
  }
}
