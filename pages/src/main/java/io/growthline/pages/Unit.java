package io.growthline.pages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.growthline.domain.money.Money;

/**
 * The unit of numbers, which says how they are written.
 *
 * @param name {@code minor}, {@code share}, {@code points}, or another
 * @param money the currency of minor units
 */
public record Unit(String name, Money money) {
  /** A unit of numbers that are no money. */
  public static Unit of(String name) {
    return new Unit(name, Money.UNKNOWN);
  }

  @JsonIgnore
  public boolean isMoney() {
    return name.equals("minor");
  }

  /** How values are written. */
  public Notation notation() {
    return switch (name) {
      case "minor" -> new Amounts(money).whole();
      case "share" -> Format.PERCENT;
      case "points" -> Format.POINTS;
      default -> Format.COUNT;
    };
  }

  /** How values are written where there is little place. */
  public Notation brief() {
    return isMoney() ? new Amounts(money).brief() : notation();
  }

  /** A value as plain text. */
  public String text(Object value) {
    return notation().text(value);
  }
}
