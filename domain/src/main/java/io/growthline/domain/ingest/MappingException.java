package io.growthline.domain.ingest;

/** A source mapping is wrong; the message names file, rule and column. */
public final class MappingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MappingException(String message) {
    super(message);
  }
}
