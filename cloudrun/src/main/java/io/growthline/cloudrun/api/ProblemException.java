package io.growthline.cloudrun.api;

import java.util.List;

/** A request that is refused. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(ProblemCode code, String detail) {
    this(code, detail, null);
  }

  /**
   * @param field the field concerned; null when there is none
   */
  public ProblemException(ProblemCode code, String detail, String field) {
    this(Problem.of(code, detail, field));
  }

  ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /**
   * A value that is none of those to choose from.
   *
   * @param known the values to choose from
   */
  static ProblemException notAllowed(String field, String value, List<String> known) {
    return new ProblemException(
        ProblemCode.NOT_ALLOWED_VALUE,
        "There is no " + field + " " + value + "; known: " + String.join(", ", known),
        field);
  }

  Problem problem() {
    return problem;
  }
}
