package io.growthline.domain.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The YAML form of a source mapping; every mistake is reported with its place. */
final class MappingYaml {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Set<String> DEFAULTED = Set.of("ingested_at", "schema_version", "source");

  private final String fileName;
  private final JsonNode root;

  MappingYaml(String fileName, String yaml) {
    this.fileName = fileName;
    try {
      root = YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      String at = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
      throw new MappingException(fileName + ": not valid YAML" + at);
    }
    only(
        root,
        fileName,
        "source",
        "description",
        "format",
        "delimiter",
        "checks",
        "fields",
        "tables",
        "otherwise");
    if (!source().matches("[a-z][a-z0-9_]*")) {
      throw new MappingException(fileName + ": source must be in snake case");
    }
  }

  String source() {
    return text(root, "source", fileName);
  }

  SourceMapping.Format format() {
    String name = text(root, "format", fileName);
    try {
      return SourceMapping.Format.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new MappingException(fileName + ": format must be csv, jsonl or parquet");
    }
  }

  char delimiter() {
    String delimiter = root.path("delimiter").asText(",");
    if (delimiter.length() != 1) {
      throw new MappingException(fileName + ": delimiter must be one character");
    }
    return delimiter.charAt(0);
  }

  boolean filterOthers() {
    String otherwise = root.path("otherwise").asText("dead_letter");
    if (!Set.of("dead_letter", "filter").contains(otherwise)) {
      throw new MappingException(fileName + ": otherwise must be dead_letter or filter");
    }
    return otherwise.equals("filter");
  }

  List<SourceMapping.Check> checks() {
    List<SourceMapping.Check> checks = new ArrayList<>();
    for (JsonNode node : root.path("checks")) {
      String where = fileName + ": check " + (checks.size() + 1);
      only(node, where, "when", "require", "code", "column", "message");
      String code = text(node, "code", where);
      RejectionCode rejectionCode =
          Arrays.stream(RejectionCode.values())
              .filter(c -> c.code().equals(code))
              .findFirst()
              .orElseThrow(() -> new MappingException(where + ": unknown code " + code));
      String column = node.path("column").asText(null);
      checks.add(
          new SourceMapping.Check(
              when(node, where),
              MappingExpression.condition(text(node, "require", where), where, column),
              new Rejection(rejectionCode, column, text(node, "message", where))));
    }
    return List.copyOf(checks);
  }

  List<SourceMapping.Fields> fields() {
    List<SourceMapping.Fields> groups = new ArrayList<>();
    for (JsonNode node : root.path("fields")) {
      String where = fileName + ": fields " + (groups.size() + 1);
      only(node, where, "when", "at", "required");
      List<FieldRule> rules = new ArrayList<>();
      for (Map.Entry<String, JsonNode> rule : node.path("required").properties()) {
        rules.add(FieldRule.of(rule.getKey(), rule.getValue(), where));
      }
      groups.add(
          new SourceMapping.Fields(
              when(node, where), node.path("at").asText(null), List.copyOf(rules)));
    }
    return List.copyOf(groups);
  }

  List<SourceMapping.TableRule<?>> tables() {
    List<SourceMapping.TableRule<?>> tables = new ArrayList<>();
    for (JsonNode node : root.path("tables")) {
      String where = fileName + ": rule " + (tables.size() + 1);
      only(node, where, "table", "when", "columns");
      String name = text(node, "table", where);
      TableSpec<?> spec =
          Contracts.RAW.stream()
              .filter(t -> t.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new MappingException(where + ": unknown table " + name));
      tables.add(table(spec, node, where + " (" + name + ")"));
    }
    if (tables.isEmpty()) {
      throw new MappingException(fileName + ": tables must name at least one table");
    }
    return List.copyOf(tables);
  }

  private static <T extends Record> SourceMapping.TableRule<T> table(
      TableSpec<T> spec, JsonNode node, String where) {
    Map<String, MappingExpression> columns = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("columns").properties()) {
      String place = where + ", column " + entry.getKey();
      ColumnSpec column =
          spec.columns().stream()
              .filter(c -> c.name().equals(entry.getKey()))
              .findFirst()
              .orElseThrow(() -> new MappingException(place + ": not declared in " + spec.id()));
      columns.put(
          column.name(),
          MappingExpression.value(entry.getValue().asText(), place, column.name(), column.type()));
    }
    for (ColumnSpec column : spec.columns()) {
      boolean given = columns.containsKey(column.name()) || DEFAULTED.contains(column.name());
      if (!given && !column.nullable()) {
        throw new MappingException(where + ", column " + column.name() + ": required and missing");
      }
    }
    return new SourceMapping.TableRule<>(new RowParser<>(spec), when(node, where), columns);
  }

  private static MappingExpression when(JsonNode node, String where) {
    return node.has("when")
        ? MappingExpression.condition(node.path("when").asText(), where + ", when", null)
        : null;
  }

  private static String text(JsonNode node, String key, String where) {
    if (!node.path(key).isValueNode()) {
      throw new MappingException(where + ": " + key + " is missing");
    }
    return node.path(key).asText();
  }

  private static void only(JsonNode node, String where, String... keys) {
    if (!node.isObject()) {
      throw new MappingException(where + ": must be a map of " + String.join(", ", keys));
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!Set.of(keys).contains(key)) {
                throw new MappingException(where + ": unknown key " + key);
              }
            });
  }
}
