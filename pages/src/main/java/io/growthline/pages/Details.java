package io.growthline.pages;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Evidence that is one click away; in a report it stands open.
 *
 * @param title what it is
 * @param blocks in order, as in a report
 */
public record Details(String title, List<Block> blocks) implements Block {
  public Details {
    blocks = List.copyOf(blocks);
  }

  @Override
  public String html(Source source) {
    return "<details class=\"seen\"><summary>"
        + Html.escape(title)
        + "</summary>"
        + inside(source)
        + "</details>";
  }

  @Override
  public String printed(Source source) {
    return "<h3>" + Html.escape(title) + "</h3>" + inside(source);
  }

  private String inside(Source source) {
    return blocks.stream().map(block -> block.printed(source)).collect(Collectors.joining());
  }

  @Override
  public String markdown(Source source) {
    return blocks.stream()
        .map(block -> block.markdown(source))
        .collect(Collectors.joining("\n\n", "**" + Markdown.text(title) + "**\n\n", ""));
  }
}
