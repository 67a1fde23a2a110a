package io.growthline.domain.value;

/** Data to which a model cannot be fitted. The message is one sentence for readers of tables. */
final class NotIdentifiedException extends Exception {
  private static final long serialVersionUID = 1L;

  NotIdentifiedException(String message) {
    super(message);
  }
}
