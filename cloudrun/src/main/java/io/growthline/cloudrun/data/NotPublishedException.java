package io.growthline.cloudrun.data;

/** Nothing to serve yet; the message says what to run. */
public final class NotPublishedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotPublishedException(String message, Throwable cause) {
    super(message, cause);
  }
}
