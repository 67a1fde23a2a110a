package io.growthline.domain.ingest;

/** Thrown by parsers for a record that cannot be taken; cheap, because bad input is normal. */
public final class RejectedRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  public RejectedRecordException(Rejection rejection) {
    super(rejection.cause(), null, false, false);
    this.rejection = rejection;
  }

  public RejectedRecordException(RejectionCode code, String column, String cause) {
    this(new Rejection(code, column, cause));
  }

  public Rejection rejection() {
    return rejection;
  }
}
