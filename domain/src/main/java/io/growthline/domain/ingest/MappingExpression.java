package io.growthline.domain.ingest;

import io.growthline.domain.rule.Expression;
import io.growthline.domain.rule.RuleException;
import io.growthline.domain.rule.Values;

/** An expression of a source mapping: what it cannot compute becomes a rejection of the row. */
final class MappingExpression {
  private final Expression expression;
  private final Place place;
  private final String column;

  /**
   * @param place where it is written
   * @param column column it is for, null when there is none
   */
  MappingExpression(Expression expression, Place place, String column) {
    this.expression = expression;
    this.place = place;
    this.column = column;
  }

  Expression expression() {
    return expression;
  }

  Place place() {
    return place;
  }

  /** Whether a condition holds. */
  boolean isTrue(Values values) throws RejectedRecordException {
    if (evaluate(values) instanceof Boolean result) {
      return result;
    }
    throw reject(RejectionCode.WRONG_TYPE, "the condition is neither true nor false");
  }

  /** The value, null for CEL's null. */
  Object evaluate(Values values) throws RejectedRecordException {
    try {
      return expression.evaluate(values);
    } catch (RuleException e) {
      String culprit = e.rule().startsWith("let ") ? e.rule() + ": " : "";
      throw reject(
          e.missing() ? RejectionCode.MISSING_FIELD : RejectionCode.WRONG_TYPE,
          culprit + e.problem());
    }
  }

  RejectedRecordException reject(RejectionCode code, String cause) {
    return new RejectedRecordException(code, column, place + ": " + cause);
  }
}
