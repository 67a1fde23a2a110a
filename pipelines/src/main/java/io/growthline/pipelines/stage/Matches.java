package io.growthline.pipelines.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the text of an option must look like. The mains refuse other values, and the Flex Template
 * of a stage says the same to Dataflow.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Matches {
  /** A day such as 2026-01-31. */
  String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  /** A bucket with or without a path in it, or a directory. */
  String PLACE = "gs://[a-z0-9][a-z0-9._-]{1,61}[a-z0-9](/.*)?|([^:]|:[^/]|:/[^/])+";

  /** Regular expression for the whole value, in the syntax that Java and RE2 share. */
  String value();
}
