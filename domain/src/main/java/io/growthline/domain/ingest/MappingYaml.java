package io.growthline.domain.ingest;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.rule.Expression;
import io.growthline.domain.rule.RuleException;
import io.growthline.domain.rule.Rules;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The YAML form of a source mapping; every mistake is reported with its place. */
final class MappingYaml {
  private static final Set<String> DEFAULTED = Set.of("ingested_at", "schema_version", "source");
  private static final Set<String> IDENTIFIERS = Set.of("event_id", "idempotency_key");
  private static final Set<String> VALUES = Set.of("row", "line", "file", "item", "index");

  private final YamlNode root;
  private final Map<String, MappingExpression> lets = new LinkedHashMap<>();
  private final Rules rules;

  MappingYaml(String fileName, String yaml) {
    root = YamlNode.parse(fileName, yaml);
    root.only(
        "source",
        "description",
        "format",
        "delimiter",
        "not_before",
        "let",
        "checks",
        "fields",
        "columns",
        "tables",
        "otherwise");
    if (!source().matches("[a-z][a-z0-9_]*")) {
      throw error("source", "must be in snake case");
    }
    Rules known =
        Rules.over(fileName, Map.of("line", ColumnType.INT64, "file", ColumnType.STRING))
            .withRow("row");
    for (Map.Entry<String, YamlNode> entry : root.map("let").entrySet()) {
      String name = entry.getKey();
      YamlNode value = entry.getValue().named("let " + name);
      if (!name.matches("[a-z][a-z0-9_]*") || VALUES.contains(name)) {
        throw value.place().error("the name must be in snake case and none of " + sorted(VALUES));
      }
      Rules before = known;
      MappingExpression expression =
          compile(value, null, () -> before.compile("let " + name, value.text()));
      lets.put(name, expression);
      known = known.withValue(name, expression.expression());
    }
    this.rules = known;
  }

  String source() {
    return root.text("source");
  }

  SourceMapping.Format format() {
    try {
      return SourceMapping.Format.valueOf(root.text("format").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw error("format", "must be csv, jsonl or parquet");
    }
  }

  char delimiter() {
    String delimiter = root.find("delimiter").map(YamlNode::text).orElse(",");
    if (!delimiter.matches("[\\t -~&&[^\"]]")) {
      throw error("delimiter", "must be one character of ASCII, and no quote");
    }
    return delimiter.charAt(0);
  }

  /** First day on which an event of the source can have happened. */
  LocalDate notBefore() {
    return root.find("not_before")
        .map(YamlNode::text)
        .map(this::day)
        .orElse(PlausibleTimes.DEFAULT_NOT_BEFORE);
  }

  private LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(LocalDate.parse(Column.FIRST_DAY))) {
        return day;
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw error("not_before", "must be a day like 2015-01-31, not before " + Column.FIRST_DAY);
  }

  boolean filterOthers() {
    String otherwise = root.find("otherwise").map(YamlNode::text).orElse("dead_letter");
    if (!Set.of("dead_letter", "filter").contains(otherwise)) {
      throw error("otherwise", "must be dead_letter or filter");
    }
    return otherwise.equals("filter");
  }

  /** Named values, each of which may name those before it. */
  Map<String, MappingExpression> lets() {
    return lets;
  }

  List<SourceMapping.Check> checks() {
    List<SourceMapping.Check> checks = new ArrayList<>();
    for (YamlNode element : root.list("checks")) {
      YamlNode node = element.named("check " + (checks.size() + 1));
      node.only("when", "require", "code", "column", "message");
      String code = node.text("code");
      RejectionCode rejectionCode =
          Arrays.stream(RejectionCode.values())
              .filter(c -> c.code().equals(code))
              .findFirst()
              .orElseThrow(() -> node.find("code").get().place().error("unknown code " + code));
      String column = node.find("column").map(YamlNode::text).orElse(null);
      node.text("require");
      checks.add(
          new SourceMapping.Check(
              condition(node, "when", null, rules),
              condition(node, "require", column, rules),
              new Rejection(rejectionCode, column, node.text("message"))));
    }
    return List.copyOf(checks);
  }

  List<SourceMapping.Fields> fields() {
    List<SourceMapping.Fields> groups = new ArrayList<>();
    for (YamlNode element : root.list("fields")) {
      YamlNode node = element.named("fields " + (groups.size() + 1));
      node.only("when", "at", "required");
      List<FieldRule> required = new ArrayList<>();
      node.map("required")
          .forEach((name, rule) -> required.add(FieldRule.of(name, rule.named("field " + name))));
      groups.add(
          new SourceMapping.Fields(
              condition(node, "when", null, rules),
              node.find("at").map(YamlNode::text).orElse(null),
              List.copyOf(required)));
    }
    return List.copyOf(groups);
  }

  List<SourceMapping.TableRule> tables() {
    List<SourceMapping.TableRule> tables = new ArrayList<>();
    for (YamlNode element : root.list("tables")) {
      YamlNode node = element.named("rule " + (tables.size() + 1));
      node.only("table", "when", "for_each", "columns");
      String name = node.text("table");
      TableSpec<?> spec =
          Contracts.RAW.stream()
              .filter(t -> t.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      node.place().error("unknown table " + name + "; known are " + tableNames()));
      tables.add(table(spec, node.named(node.place().rule() + " (" + name + ")")));
    }
    if (tables.isEmpty()) {
      throw root.place().error("tables must name at least one table");
    }
    for (Map.Entry<String, YamlNode> shared : root.map("columns").entrySet()) {
      if (tables.stream().noneMatch(t -> hasColumn(t.parser().spec(), shared.getKey()))) {
        throw shared
            .getValue()
            .named("column " + shared.getKey())
            .place()
            .error("not declared in any table of the mapping");
      }
    }
    return List.copyOf(tables);
  }

  private SourceMapping.TableRule table(TableSpec<? extends Record> spec, YamlNode node) {
    MappingExpression forEach = null;
    Rules known = rules;
    if (node.find("for_each").isPresent()) {
      YamlNode list = node.find("for_each").get();
      YamlNode named = list.named(list.place().part("for_each").rule());
      forEach = compile(named, null, () -> rules.list("for_each", named.text()));
      known =
          rules
              .withElement("item", forEach.expression())
              .withValue("index", rules.compile("index", "0"));
    }
    Map<String, YamlNode> given = new LinkedHashMap<>();
    root.map("columns")
        .forEach(
            (name, value) -> {
              if (hasColumn(spec, name)) {
                given.put(name, value.named(node.place().rule()));
              }
            });
    node.map("columns").forEach((name, value) -> given.put(name, value.named(node.place().rule())));
    Map<String, MappingExpression> columns = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode> entry : given.entrySet()) {
      columns.put(entry.getKey(), column(spec, entry.getKey(), entry.getValue(), known));
    }
    for (ColumnSpec column : spec.columns()) {
      MappingExpression expression = columns.get(column.name());
      if (expression == null && !column.nullable() && !DEFAULTED.contains(column.name())) {
        throw node.place().part("column " + column.name()).error("required and missing");
      }
      if (forEach != null && IDENTIFIERS.contains(column.name()) && !perItem(expression)) {
        throw expression
            .place()
            .error("names neither item nor index, so all items would be one event");
      }
    }
    SourceMapping.TableRule rule =
        new SourceMapping.TableRule(
            new RowParser(spec),
            condition(node, "when", null, known),
            forEach,
            columns,
            columns.keySet().stream().filter(c -> countsHundredths(columns.get(c))).toList());
    MappingExpression currency = columns.get("currency");
    if (currency != null && currency.expression().isConstant()) {
      atLoad(() -> rule.checkCurrency(currency.evaluate(name -> null)));
    }
    return rule;
  }

  private boolean countsHundredths(MappingExpression expression) {
    return expression.expression().countsHundredths()
        || lets.entrySet().stream()
            .anyMatch(
                let ->
                    expression.expression().names(let.getKey())
                        && countsHundredths(let.getValue()));
  }

  private static MappingExpression column(
      TableSpec<?> spec, String name, YamlNode value, Rules known) {
    Place place = value.place().part("column " + name);
    YamlNode node = value.named(place.rule());
    ColumnSpec column =
        spec.columns().stream()
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    place.error(
                        "not declared in "
                            + spec.id()
                            + "; known are "
                            + spec.columns().stream()
                                .map(ColumnSpec::name)
                                .collect(Collectors.joining(", "))));
    MappingExpression expression =
        compile(node, name, () -> known.value("column " + name, node.text(), column));
    checkConstant(expression, column);
    return expression;
  }

  private static void checkConstant(MappingExpression expression, ColumnSpec column) {
    if (!expression.expression().isConstant()) {
      return;
    }
    atLoad(
        () -> {
          Object value = expression.evaluate(name -> null);
          if (!column.allowed().isEmpty() && value != null && !column.allowed().contains(value)) {
            throw expression
                .place()
                .error(value + " is not one of " + String.join(", ", column.allowed()));
          }
        });
  }

  /** Something that is asked of rows, and of constants once. */
  private interface Question {
    void ask() throws RejectedRecordException;
  }

  private static void atLoad(Question question) {
    try {
      question.ask();
    } catch (RejectedRecordException e) {
      throw new MappingException(e.getMessage());
    }
  }

  private static MappingExpression condition(
      YamlNode node, String key, String column, Rules known) {
    if (node.find(key).isEmpty()) {
      return null;
    }
    YamlNode found = node.find(key).get();
    YamlNode named = found.named(found.place().part(key).rule());
    return compile(named, column, () -> known.condition(key, named.text()));
  }

  private static MappingExpression compile(
      YamlNode node, String column, Supplier<Expression> expression) {
    try {
      return new MappingExpression(expression.get(), node.place(), column);
    } catch (RuleException e) {
      throw node.place().error(e.problem());
    }
  }

  /** Whether an expression depends on the element that {@code for_each} is at. */
  static boolean perItem(MappingExpression expression) {
    return expression.expression().names("item") || expression.expression().names("index");
  }

  private MappingException error(String key, String problem) {
    Place place = root.find(key).map(YamlNode::place).orElse(root.place());
    return place.error(key + " " + problem);
  }

  private static boolean hasColumn(TableSpec<?> spec, String name) {
    return spec.has(name);
  }

  private static String tableNames() {
    return sorted(Contracts.RAW.stream().map(TableSpec::name).toList());
  }

  private static String sorted(java.util.Collection<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }
}
