package io.growthline.domain.rule;

/** A rule that cannot be used. The message names the file, the rule and what is wrong. */
public final class RuleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Something is wrong with the file as a whole. */
  public RuleException(String file, String problem) {
    super(file + ": " + problem);
  }

  public RuleException(String file, String rule, String problem) {
    super(file + ", rule " + rule + ": " + problem);
  }

  public RuleException(String file, String rule, String problem, Throwable cause) {
    super(file + ", rule " + rule + ": " + problem, cause);
  }
}
