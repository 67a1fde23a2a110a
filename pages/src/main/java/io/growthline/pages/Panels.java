package io.growthline.pages;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The same blocks for several things, side by side.
 *
 * @param panels in order
 */
public record Panels(List<Panel> panels) implements Block {
  /**
   * @param title what it is about
   * @param blocks in order
   */
  public record Panel(String title, List<Block> blocks) {
    public Panel {
      blocks = List.copyOf(blocks);
    }
  }

  public Panels {
    panels = List.copyOf(panels);
  }

  @Override
  public String html(Source source) {
    return panels.stream()
        .map(
            panel ->
                "<div class=\"panel\"><h3>"
                    + Html.escape(panel.title())
                    + "</h3>"
                    + panel.blocks().stream()
                        .map(block -> block.html(source))
                        .collect(Collectors.joining())
                    + "</div>")
        .collect(Collectors.joining("", "<div class=\"panels\">", "</div>"));
  }

  @Override
  public String markdown(Source source) {
    return panels.stream()
        .map(
            panel ->
                "**"
                    + Markdown.text(panel.title())
                    + "**\n\n"
                    + panel.blocks().stream()
                        .map(block -> block.markdown(source))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n\n")))
        .collect(Collectors.joining("\n\n"));
  }
}
