package io.growthline.cloudrun.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;

/**
 * What a reader looks at.
 *
 * @param width of the window, in CSS pixels
 */
record Screen(ColorScheme theme, int width) {
  static final int NARROW = 400;
  static final int WIDE = 1600;

  static final List<Screen> ALL =
      List.of(
          new Screen(ColorScheme.LIGHT, NARROW),
          new Screen(ColorScheme.LIGHT, WIDE),
          new Screen(ColorScheme.DARK, NARROW),
          new Screen(ColorScheme.DARK, WIDE));

  /** Each theme and each width once. */
  static final List<Screen> SOME =
      List.of(new Screen(ColorScheme.LIGHT, WIDE), new Screen(ColorScheme.DARK, NARROW));

  /** Where little is to be seen, the theme and width at which most goes wrong. */
  static final List<Screen> ONE = List.of(new Screen(ColorScheme.DARK, NARROW));

  /** A browser context that shows pages as this screen does, without motion to wait for. */
  NewContextOptions context() {
    return new NewContextOptions()
        .setColorScheme(theme)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(width, 900);
  }

  @Override
  public String toString() {
    return theme.name().toLowerCase(Locale.ROOT) + ", " + width + " px";
  }
}
