package io.growthline.domain.mart;

import io.growthline.domain.contract.TableSpec;

/** A mart cannot be built. The message names the mart and what it was built from. */
public final class MartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param from what it was built from, for example {@code customer C1}
   */
  MartException(Mart<?> mart, String from, RuntimeException cause) {
    super(
        "%s cannot be built from %s: %s"
            .formatted(
                TableSpec.of(mart.table()).id(),
                from,
                cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage()),
        cause);
  }
}
