package io.growthline.domain.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a reader must know about one column. Stands on a record component, or on the accessor of an
 * interface that several records share.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Column {
  /** Meaning, as one sentence. */
  String value();

  /** Unit of a number, for example {@code minor} (pence), {@code days}, {@code share}. */
  String unit() default "";

  /** Whether the value may be absent; primitives cannot be. */
  boolean nullable() default false;

  /** Whether the value identifies a person; such values never appear in previews or logs. */
  boolean pii() default false;

  /** The closed set of values, for text; empty when open. */
  String[] allowed() default {};

  /** Smallest allowed number, inclusive. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest allowed number, inclusive. */
  double max() default Double.POSITIVE_INFINITY;

  /** {@code dataset.table.column} that the value points at; empty for none. */
  String references() default "";
}
