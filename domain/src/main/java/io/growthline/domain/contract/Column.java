package io.growthline.domain.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a reader must know about one column. Stands on a record component, or on the accessor of an
 * interface that several records share.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Column {
  /** First day that an event of a bank's customer can plausibly name. */
  String FIRST_DAY = "1900-01-01";

  /** Last day that an event of a bank's customer can plausibly name. */
  String LAST_DAY = "2099-12-31";

  /** Days from {@link #FIRST_DAY} to {@link #LAST_DAY}. */
  int MOST_DAYS = 73_048;

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

  /** Gives the closed set of values where the code that makes them knows it. */
  Class<? extends Supplier<List<String>>> allowedBy() default Open.class;

  /** Any value. */
  final class Open implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return List.of();
    }
  }

  /** Smallest allowed number, inclusive. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest allowed number, inclusive. */
  double max() default Double.POSITIVE_INFINITY;

  /** First allowed day of a date or time, like 1900-01-01; empty for none. */
  String notBefore() default "";

  /** Last allowed day of a date or time, like 2099-12-31, UTC; empty for none. */
  String notAfter() default "";

  /** Whether any number but 0 is worth a warning. */
  boolean expectZero() default false;

  /** {@code dataset.table.column} that the value points at; empty for none. */
  String references() default "";
}
