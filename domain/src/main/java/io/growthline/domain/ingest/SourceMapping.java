package io.growthline.domain.ingest;

import static io.growthline.domain.ingest.RejectionCode.MISSING_FIELD;
import static io.growthline.domain.ingest.RejectionCode.UNKNOWN_TABLE;

import dev.cel.common.values.NullValue;
import io.growthline.domain.contract.TableSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the rows of one source become raw events. Loaded from YAML; every CEL expression is compiled
 * and type-checked then, so that a wrong mapping never meets data. Not thread-safe.
 */
public final class SourceMapping {
  /** Data formats that mappings read. */
  public enum Format {
    CSV,
    JSONL,
    PARQUET
  }

  /** A condition under which rows are rejected unless it holds. */
  record Check(MappingExpression when, MappingExpression require, Rejection rejection) {}

  /** Fields that rows must carry, in the row itself or in an object of it. */
  record Fields(MappingExpression when, String at, List<FieldRule> rules) {}

  /** One kind of event that rows may give. */
  record TableRule<T extends Record>(
      RowParser<T> parser, MappingExpression when, Map<String, MappingExpression> columns) {}

  private final String source;
  private final Format format;
  private final char delimiter;
  private final boolean filterOthers;
  private final List<Check> checks;
  private final List<Fields> fields;
  private final List<TableRule<?>> tables;

  SourceMapping(MappingYaml yaml) {
    this.source = yaml.source();
    this.format = yaml.format();
    this.delimiter = yaml.delimiter();
    this.filterOthers = yaml.filterOthers();
    this.checks = yaml.checks();
    this.fields = yaml.fields();
    this.tables = yaml.tables();
  }

  /**
   * Reads a mapping.
   *
   * @param fileName name for messages
   * @throws MappingException naming file, rule and column when the mapping is wrong
   */
  public static SourceMapping load(String fileName, String yaml) {
    return new SourceMapping(new MappingYaml(fileName, yaml));
  }

  /** Name of the source, which is also its folder below the landing place. */
  public String source() {
    return source;
  }

  public Format format() {
    return format;
  }

  /** Delimiter of CSV files. */
  public char delimiter() {
    return delimiter;
  }

  /**
   * Applies the mapping to one row.
   *
   * @param row values by name; text only for CSV
   * @param line record number in the file, from 1
   * @param file base name of the file
   */
  public MappedRow apply(Map<String, ?> row, long line, String file) {
    Map<String, Object> variables = Map.of("row", celValue(row), "line", line, "file", file);
    List<MappedRow.Event> events = new ArrayList<>(1);
    List<MappedRow.Rejected> rejections = new ArrayList<>(0);
    try {
      check(variables);
      for (TableRule<?> rule : tables) {
        if (rule.when() == null || rule.when().isTrue(variables)) {
          addEvent(rule, variables, events, rejections);
        }
      }
      if (events.isEmpty() && rejections.isEmpty() && !filterOthers) {
        throw new RejectedRecordException(
            UNKNOWN_TABLE, null, "No table of the mapping " + source + " takes this row");
      }
    } catch (RejectedRecordException e) {
      return new MappedRow(List.of(), List.of(new MappedRow.Rejected(null, e.rejection())));
    }
    return new MappedRow(events, rejections);
  }

  private void check(Map<String, Object> variables) throws RejectedRecordException {
    for (Check check : checks) {
      if ((check.when() == null || check.when().isTrue(variables))
          && !check.require().isTrue(variables)) {
        throw new RejectedRecordException(check.rejection());
      }
    }
    for (Fields group : fields) {
      if (group.when() != null && !group.when().isTrue(variables)) {
        continue;
      }
      Map<?, ?> values = (Map<?, ?>) variables.get("row");
      if (group.at() != null) {
        if (!(values.get(group.at()) instanceof Map<?, ?> inner)) {
          throw new RejectedRecordException(
              MISSING_FIELD, group.at(), group.at() + " must be an object");
        }
        values = inner;
      }
      for (FieldRule rule : group.rules()) {
        rule.check(values);
      }
    }
  }

  private <T extends Record> void addEvent(
      TableRule<T> rule,
      Map<String, Object> variables,
      List<MappedRow.Event> events,
      List<MappedRow.Rejected> rejections) {
    TableSpec<T> table = rule.parser().spec();
    try {
      Map<String, Object> values = new LinkedHashMap<>();
      for (Map.Entry<String, MappingExpression> column : rule.columns().entrySet()) {
        values.put(column.getKey(), column.getValue().evaluate(variables));
      }
      values.putIfAbsent("ingested_at", values.get("occurred_at"));
      values.putIfAbsent("schema_version", 1L);
      values.putIfAbsent("source", source);
      events.add(new MappedRow.Event(table, rule.parser().parseMap(values)));
    } catch (RejectedRecordException e) {
      rejections.add(new MappedRow.Rejected(table, e.rejection()));
    }
  }

  // CEL knows 64-bit numbers, text, bool, lists, maps and its own null.
  private static Object celValue(Object value) {
    if (value == null) {
      return NullValue.NULL_VALUE;
    } else if (value instanceof Map<?, ?> map) {
      Map<String, Object> converted = new LinkedHashMap<>();
      map.forEach((k, v) -> converted.put(k.toString(), celValue(v)));
      return converted;
    } else if (value instanceof List<?> list) {
      return list.stream().map(SourceMapping::celValue).toList();
    } else if (value instanceof Integer number) {
      return number.longValue();
    } else if (value instanceof Float number) {
      return number.doubleValue();
    } else if (value instanceof Long || value instanceof Double || value instanceof Boolean) {
      return value;
    }
    return value.toString();
  }
}
