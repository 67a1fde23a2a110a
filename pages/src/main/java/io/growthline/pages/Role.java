package io.growthline.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * On whose behalf the service reads; a deployment has one, and who may open it is decided there.
 */
public enum Role {
  /** Sees customers by number alone. */
  ANALYST,
  /** Talks to customers, and therefore sees names and addresses too. */
  SUPPORT;

  /**
   * The role of a name in lower case.
   *
   * @throws IllegalArgumentException with the known names when it is none of them
   */
  public static Role of(String name) {
    return Arrays.stream(values())
        .filter(role -> role.text().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no role '%s'. Give one of: %s".formatted(name, names())));
  }

  /** Whether names and addresses may be shown. */
  public boolean seesIdentity() {
    return this == SUPPORT;
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String names() {
    return Arrays.stream(values()).map(Role::text).collect(Collectors.joining(", "));
  }
}
