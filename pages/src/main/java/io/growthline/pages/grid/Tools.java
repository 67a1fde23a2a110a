package io.growthline.pages.grid;

import java.util.List;

/**
 * What stands above a grid beside its search.
 *
 * @param filters choices
 * @param presets named sets of choices
 * @param downloads what else can be taken along
 */
public record Tools(List<Filter> filters, List<Preset> presets, List<Download> downloads) {
  static final Tools NONE = new Tools(List.of(), List.of(), List.of());

  /**
   * Something made of the rows that the grid shows.
   *
   * @param path which is asked with search, filters and order of the grid
   */
  public record Download(String title, String path) {}

  public Tools {
    filters = List.copyOf(filters);
    presets = List.copyOf(presets);
    downloads = List.copyOf(downloads);
  }
}
