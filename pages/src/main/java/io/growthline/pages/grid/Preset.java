package io.growthline.pages.grid;

import java.util.Map;
import java.util.TreeMap;

/**
 * A named choice of filters.
 *
 * @param title what it shows
 * @param filters values by column; each is one of a {@link Filter} of the grid
 */
public record Preset(String title, Map<String, String> filters) {
  public Preset {
    filters = new TreeMap<>(filters);
  }
}
