package io.growthline.pages;

/**
 * Plain words.
 *
 * @param text one or more sentences
 */
public record Sentence(String text) implements Block {
  @Override
  public String html(Source source) {
    return "<p class=\"sub\">" + Html.escape(text) + "</p>";
  }

  @Override
  public String markdown(Source source) {
    return Markdown.text(text);
  }
}
