package io.growthline.cloudrun.data;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.warehouse.DuckDbSql;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a publication must hold to be served. */
final class ServedColumns {
  private static final String PUBLISHED =
      "SELECT table_schema || '.' || table_name AS name, column_name"
          + " FROM information_schema.columns";
  private static final int NAMED = 3;

  private ServedColumns() {}

  /**
   * Checks that all served tables are there with all their columns.
   *
   * @throws OtherBuildException naming what is missing, and what to do
   */
  static void check(DuckDbSql publication) {
    Map<String, Set<String>> published = new HashMap<>();
    publication.forEach(
        PUBLISHED,
        row ->
            published
                .computeIfAbsent((String) row.get(0), table -> new HashSet<>())
                .add((String) row.get(1)));
    List<String> missing =
        Contracts.SERVED.stream()
            .flatMap(table -> missing(table, published.get(table.id())).stream())
            .toList();
    if (!missing.isEmpty()) {
      throw new OtherBuildException(
          "it lacks "
              + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())))
              + (missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "")
              + ", so another build wrote it; publish again with this one: ./growthline run");
    }
  }

  private static List<String> missing(TableSpec<?> table, Set<String> columns) {
    if (columns == null) {
      return List.of("the table " + table.id());
    }
    return table.columns().stream()
        .map(ColumnSpec::name)
        .filter(Predicate.not(columns::contains))
        .map(column -> "the column " + table.id() + "." + column)
        .toList();
  }
}
