package io.growthline.domain.rule;

/** The values that expressions see, by name; they may be computed when they are asked for. */
@FunctionalInterface
public interface Values {
  /** The value in the form that {@link CelValues} gives, or null when the name has none. */
  Object get(String name);
}
