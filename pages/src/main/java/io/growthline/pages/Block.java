package io.growthline.pages;

/** What a section is made of. Each block knows its three forms. */
public interface Block {
  /** On a page of the service. */
  String html(Source source);

  /** In a report, which cannot be operated. */
  default String printed(Source source) {
    return html(source);
  }

  /** In a report as Markdown; empty when the block says nothing in words. */
  String markdown(Source source);
}
