package io.growthline.pages;

import io.growthline.domain.money.Money;
import java.util.function.DoubleFunction;

/**
 * How amounts in minor units are written.
 *
 * @param money the reporting currency of what is shown
 */
public record Amounts(Money money) {
  /** In whole major units; small amounts with minor digits. */
  public Notation whole() {
    return notation(money::whole);
  }

  /** With all minor digits, as prices are. */
  public Notation exact() {
    return notation(money::exact);
  }

  /** In few characters, for tiles: £1.2M. */
  public Notation brief() {
    return notation(money::brief);
  }

  private static Notation notation(DoubleFunction<String> written) {
    return new Notation() {
      @Override
      public String text(Object value) {
        return Format.isMissing(value)
            ? Format.NONE
            : written.apply(((Number) value).doubleValue());
      }

      @Override
      public String html(Object value) {
        return Html.escape(text(value));
      }

      @Override
      public boolean numeric() {
        return true;
      }
    };
  }
}
