package io.growthline.domain.scoring;

import io.growthline.domain.contract.ColumnSpec;

/**
 * The values that an input of a model can have.
 *
 * @param least smallest, inclusive
 * @param most largest, inclusive
 */
public record FeatureRange(double least, double most) {
  /** What a column declares, no further from 0 than {@code limit}. */
  static FeatureRange of(ColumnSpec column, double limit) {
    return new FeatureRange(Math.max(column.min(), -limit), Math.min(column.max(), limit));
  }

  /** Whether the value can be; NaN cannot. */
  public boolean contains(double value) {
    return value >= least && value <= most;
  }
}
