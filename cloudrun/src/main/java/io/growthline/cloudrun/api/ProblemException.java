package io.growthline.cloudrun.api;

/** A request that is refused. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final String field;

  public ProblemException(ProblemCode code, String detail) {
    this(code, detail, null);
  }

  /**
   * @param field the field concerned; null when there is none
   */
  public ProblemException(ProblemCode code, String detail, String field) {
    super(detail);
    this.code = code;
    this.field = field;
  }

  Problem problem() {
    return Problem.of(code, getMessage(), field);
  }
}
