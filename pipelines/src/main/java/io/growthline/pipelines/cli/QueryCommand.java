package io.growthline.pipelines.cli;

import io.growthline.pipelines.run.RunException;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.SqlWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "query",
    description = "Run one SELECT on the published tables.",
    footer = {
      "",
      "Example: growthline query \"select metric, value from marts.kpi_values where dimension ="
          + " 'all' and grain = 'month'\""
    })
final class QueryCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DataOption data;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table, csv or json (default: table).")
  String format;

  @Option(
      names = "--file",
      paramLabel = "SQL_FILE",
      description = "Read the statement from a file.")
  Path file;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "Value of @NAME in the statement.")
  Map<String, String> parameters = new LinkedHashMap<>();

  @Parameters(arity = "0..1", paramLabel = "SQL", description = "The statement.")
  String sql;

  @Override
  public Integer call() throws IOException {
    ResultFormat result = parse(format);
    String statement = statement();
    Path published = data.directory().warehouse().resolve("growthline.duckdb");
    if (!Files.exists(published)) {
      throw new RunException(
          "Nothing is published in "
              + data.directory().warehouse()
              + ". Run 'growthline run' first, or name another --data.");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    parameters.forEach((name, text) -> values.put(name, typed(text)));
    try (SqlWarehouse warehouse = DuckDbSql.open(published)) {
      result.print(warehouse.query(statement, values), spec.commandLine().getOut());
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private ResultFormat parse(String name) {
    try {
      return ResultFormat.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "Unknown format '" + name + "'. Use table, csv or json.", e);
    }
  }

  private String statement() throws IOException {
    if ((sql == null) == (file == null)) {
      throw new ParameterException(
          spec.commandLine(), "Give one statement: either as text or with --file.");
    }
    if (file != null && !Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), "Cannot read " + file + ".");
    }
    return sql != null ? sql : Files.readString(file);
  }

  private static Object typed(String text) {
    if (text.matches("-?\\d{1,18}")) {
      return Long.valueOf(text);
    }
    if (text.matches("-?\\d+\\.\\d+")) {
      return Double.valueOf(text);
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return text;
    }
  }
}
