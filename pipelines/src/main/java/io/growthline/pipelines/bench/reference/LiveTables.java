package io.growthline.pipelines.bench.reference;

import static io.growthline.pipelines.bench.reference.ReferenceDatabase.literal;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.TableSpec;
import io.growthline.warehouse.LocalCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The live Parquet files of a warehouse in SQL. */
final class LiveTables {
  private final Path warehouse;
  private final LocalCatalog catalog;

  LiveTables(Path warehouse) {
    this.warehouse = warehouse.toAbsolutePath().normalize();
    this.catalog = LocalCatalog.read(this.warehouse);
  }

  /** Columns of all rows of a table, with the types of its contract and times in UTC. */
  String select(TableSpec<?> table, List<ColumnSpec> columns) {
    return select(
        columns,
        catalog.files(table.id()).stream().map(file -> warehouse.resolve(file.path())).toList());
  }

  /** The same of Parquet files. */
  static String select(List<ColumnSpec> columns, List<Path> files) {
    if (files.isEmpty()) {
      return columns.stream()
          .map(c -> "NULL::" + c.type().duckDb() + " AS " + c.name())
          .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }
    return columns.stream().map(LiveTables::typed).collect(Collectors.joining(", ", "SELECT ", ""))
        + files.stream()
            .map(file -> literal(file.toString()))
            .collect(Collectors.joining(", ", " FROM read_parquet([", "])"));
  }

  private static String typed(ColumnSpec column) {
    return column.type() == ColumnType.TIMESTAMP
        ? "make_timestamp(epoch_us(" + column.name() + ")) AS " + column.name()
        : column.name() + "::" + column.type().duckDb() + " AS " + column.name();
  }
}
