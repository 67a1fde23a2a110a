package io.growthline.pages.grid;

import java.util.List;

/**
 * A choice among the values of one column.
 *
 * @param key column of the rows
 * @param title what is chosen
 * @param values to choose from
 */
public record Filter(String key, String title, List<String> values) {
  public Filter {
    values = List.copyOf(values);
  }
}
