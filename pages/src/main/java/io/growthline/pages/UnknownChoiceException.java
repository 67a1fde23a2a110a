package io.growthline.pages;

import java.util.Collection;

/** A value in an address that is none of those to choose from; the message names them. */
public final class UnknownChoiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  /**
   * @param parameter name of the value in the address
   * @param known the values to choose from
   */
  public UnknownChoiceException(String parameter, String value, Collection<String> known) {
    super("There is no " + parameter + " " + value + "; known: " + String.join(", ", known));
    this.parameter = parameter;
  }

  /** Name of the value in the address. */
  public String parameter() {
    return parameter;
  }
}
