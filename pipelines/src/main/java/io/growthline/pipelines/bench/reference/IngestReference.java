package io.growthline.pipelines.bench.reference;

import static io.growthline.pipelines.bench.reference.ReferenceDatabase.literal;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.pipelines.run.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Raw tables from landing files of JSON Lines. What the contract demands of a row is a condition.
 * The column that the generator adds to broken rows is known by name, because reading with given
 * columns skips all others.
 */
final class IngestReference implements Reference {
  private static final String UNDECLARED = "legacy_flag";

  /** What upcasters do, by column. */
  private static final Map<String, String> UPCAST =
      Map.of(
          "raw.nps_responses.channel",
          "CASE WHEN schema_version < 2 THEN coalesce(channel, 'app') ELSE channel END AS channel");

  @Override
  public String dataset() {
    return "raw";
  }

  @Override
  public void define(ReferenceDatabase database, DataDirectory data, LocalDate asOf)
      throws SQLException {
    String sql = ReferenceDatabase.resource("ingest.sql");
    database.execute("CREATE SCHEMA landing");
    for (TableSpec<?> table : Contracts.RAW) {
      Path files = data.landing().resolve(table.name());
      if (Files.isDirectory(files)) {
        database.execute(landing(table, files.resolve("*.jsonl")));
        database.execute(sql.replace("${table}", table.name()));
      }
    }
  }

  /** A view of the rows of landing files that keep the contract. */
  static String landing(TableSpec<?> table, Path files) {
    return "CREATE VIEW landing."
        + table.name()
        + " AS SELECT "
        + table.columns().stream().map(c -> column(table, c)).collect(Collectors.joining(", "))
        + " FROM read_json("
        + literal(files.toString())
        + ", format = 'newline_delimited', ignore_errors = true, columns = {"
        + types(table)
        + "}) WHERE "
        + String.join(" AND ", conditions(table));
  }

  private static String column(TableSpec<?> table, ColumnSpec column) {
    return UPCAST.getOrDefault(table.id() + "." + column.name(), column.name());
  }

  private static String types(TableSpec<?> table) {
    List<String> types = new ArrayList<>();
    table.columns().forEach(c -> types.add(c.name() + ": " + literal(c.type().duckDb())));
    types.add(UNDECLARED + ": 'JSON'");
    return String.join(", ", types);
  }

  private static List<String> conditions(TableSpec<?> table) {
    List<String> conditions = new ArrayList<>();
    for (ColumnSpec column : table.columns()) {
      if (!column.nullable()) {
        conditions.add(column.name() + " IS NOT NULL");
      }
      if (!column.allowed().isEmpty()) {
        String values =
            column.allowed().stream()
                .map(ReferenceDatabase::literal)
                .collect(Collectors.joining(", "));
        conditions.add("coalesce(" + column.name() + " IN (" + values + "), true)");
      }
      if (column.min() != Double.NEGATIVE_INFINITY) {
        conditions.add("coalesce(" + column.name() + " >= " + column.min() + ", true)");
      }
      if (column.max() != Double.POSITIVE_INFINITY) {
        conditions.add("coalesce(" + column.name() + " <= " + column.max() + ", true)");
      }
    }
    conditions.add("schema_version <= " + table.version());
    conditions.add("occurred_at <= ingested_at + INTERVAL 24 HOURS");
    conditions.add(UNDECLARED + " IS NULL");
    return conditions;
  }
}
