package io.growthline.pages;

/**
 * Something to respect before reading on.
 *
 * @param title what it is, in a few words
 * @param text what to do
 */
public record Notice(String title, String text) implements Block {
  @Override
  public String html(Source source) {
    return "<p class=\"notice\"><b>" + Html.escape(title) + "</b> " + Html.escape(text) + "</p>";
  }

  @Override
  public String markdown(Source source) {
    return "**" + Markdown.text(title) + "** " + Markdown.text(text);
  }
}
