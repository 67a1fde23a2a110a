package io.growthline.domain.rule;

/** A rule that cannot be used. The message names the file, the rule and what is wrong. */
public final class RuleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String rule;
  private final String problem;
  private final boolean missing;

  /** Something is wrong with the file as a whole. */
  public RuleException(String file, String problem) {
    super(file + ": " + problem);
    this.rule = null;
    this.problem = problem;
    this.missing = false;
  }

  public RuleException(String file, String rule, String problem) {
    this(file, rule, problem, null);
  }

  public RuleException(String file, String rule, String problem, Throwable cause) {
    this(file, rule, problem, problem, false, cause);
  }

  private RuleException(
      String file, String rule, String detail, String problem, boolean missing, Throwable cause) {
    super(file + ", rule " + rule + ": " + detail, cause);
    this.rule = rule;
    this.problem = problem;
    this.missing = missing;
  }

  /**
   * An expression could not be computed from its values.
   *
   * @param detail what CEL says, which may quote values
   * @param problem the same without any value
   * @param missing whether a value that the expression needs is absent
   */
  static RuleException evaluation(
      String file, String rule, String detail, String problem, boolean missing, Throwable cause) {
    return new RuleException(file, rule, detail, problem, missing, cause);
  }

  /** Name of the rule, null when it is the whole file. */
  public String rule() {
    return rule;
  }

  /** What is wrong, without the place; never holds a value that an expression was given. */
  public String problem() {
    return problem;
  }

  /** Whether a value that the expression needs is absent. */
  public boolean missing() {
    return missing;
  }
}
