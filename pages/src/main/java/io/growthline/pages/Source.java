package io.growthline.pages;

import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/**
 * What a section may ask: the tables, and how the page was addressed.
 *
 * @param tables one publication
 * @param path values of the parameters in the path, such as {@code id} in {@code /customers/{id}}
 * @param query values after the question mark; they hold the state of the page
 */
public record Source(Tables tables, Map<String, String> path, Map<String, String> query) {
  public Source {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
  }

  /** A source without parameters, such as a report has. */
  public static Source of(Tables tables) {
    return new Source(tables, Map.of(), Map.of());
  }

  /** How amounts are written: in the reporting currency of the tables. */
  public Amounts amounts() {
    return new Amounts(tables.money());
  }

  /** A unit by its name in tables. */
  public Unit unit(String name) {
    return new Unit(name, tables.money());
  }

  public List<Row> query(String sql) {
    return tables.query(sql, Map.of());
  }

  public List<Row> query(String sql, Map<String, ?> parameters) {
    return tables.query(sql, parameters);
  }

  /** The value after the question mark, or an empty text. */
  public String asked(String name) {
    return query.getOrDefault(name, "");
  }
}
