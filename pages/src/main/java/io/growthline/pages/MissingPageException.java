package io.growthline.pages;

/** What the address names does not exist; the message says so to people. */
public final class MissingPageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MissingPageException(String message) {
    super(message);
  }
}
