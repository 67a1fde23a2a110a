package io.growthline.domain.geo;

/** Outcomes of regions cannot be compared. The message names region and day, and what to do. */
public final class PanelException extends Exception {
  private static final long serialVersionUID = 1L;

  PanelException(String message) {
    super(message);
  }
}
