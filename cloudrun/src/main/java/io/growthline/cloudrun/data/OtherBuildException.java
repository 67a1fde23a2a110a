package io.growthline.cloudrun.data;

/** A publication that this service cannot serve, as another build wrote it. */
final class OtherBuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OtherBuildException(String message) {
    super(message);
  }
}
