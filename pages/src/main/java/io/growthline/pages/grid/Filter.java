package io.growthline.pages.grid;

import io.growthline.domain.contract.TableSpec;
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

  /** A choice among all values that a contract allows in a column. */
  public static Filter allowed(Class<? extends Record> contract, String key, String title) {
    return new Filter(
        key,
        title,
        TableSpec.of(contract).columns().stream()
            .filter(column -> column.name().equals(key))
            .flatMap(column -> column.allowed().stream())
            .sorted()
            .toList());
  }
}
