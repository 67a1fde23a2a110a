package io.growthline.pages;

/**
 * What fits no other block, such as a form: HTML from a template of its own.
 *
 * @param html trusted HTML, in which every value is escaped
 */
public record HandMade(String html) implements Block {
  @Override
  public String html(Source source) {
    return html;
  }

  /** A report has nobody who could operate it. */
  @Override
  public String printed(Source source) {
    return "";
  }

  @Override
  public String markdown(Source source) {
    return "";
  }
}
