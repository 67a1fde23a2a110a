package io.growthline.domain.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares that a record is the contract of one warehouse table. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Table {
  /** Dataset: {@code raw}, {@code marts}, {@code scores} or {@code monitoring}. */
  String dataset();

  /** Table name in snake case, unique in the dataset. */
  String name();

  /** What one row is, as a noun phrase. */
  String grain();

  /** One sentence for readers of the data dictionary. */
  String description();

  /** Columns that identify a row; also the order in which rows are published. */
  String[] key();

  /** Date or timestamp column by whose UTC day the table is partitioned; empty for none. */
  String partition() default "";

  /**
   * Days after which BigQuery forgets a partition; 0 for never. For tables that only grow and whose
   * old rows nothing reads.
   */
  int keepDays() default 0;

  /**
   * Days within which the newest row must lie before the as-of day of a run; 0 for a table whose
   * rows come when something happens. Judged by the day of the partition column.
   */
  int freshDays() default 0;

  /** Columns by which BigQuery clusters the table, at most four. */
  String[] cluster() default {};

  /** Newest {@code schema_version} that rows of this table may carry. */
  int version() default 1;

  /** Turns rows of older versions into rows of the newest. */
  Class<? extends Upcaster> upcaster() default Upcaster.None.class;
}
