package io.growthline.domain.rule;

/** A rule that cannot be used. The message names the file, the rule and what is wrong. */
public final class RuleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public RuleException(String file, String rule, String problem) {
    this(file, rule, problem, null);
  }

  public RuleException(String file, String rule, String problem, Throwable cause) {
    super(file + ", rule " + rule + ": " + problem, cause);
  }
}
