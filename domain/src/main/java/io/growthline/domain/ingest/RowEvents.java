package io.growthline.domain.ingest;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.rule.CelValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what one row gives. Of several events that a row should have given for one table and
 * cannot, one rejection tells: the record of the file is the unit in which people mend things.
 */
final class RowEvents {
  static final int MOST_ITEMS = 10_000;

  private final String source;
  private final PlausibleTimes times;
  private final List<MappedRow.Event> events = new ArrayList<>(1);
  private final RowBuffer encoded = new RowBuffer(256);
  private final Map<TableSpec<?>, Rejection> rejections = new LinkedHashMap<>(0);

  RowEvents(String source, PlausibleTimes times) {
    this.source = source;
    this.times = times;
  }

  boolean isEmpty() {
    return events.isEmpty() && rejections.isEmpty();
  }

  MappedRow toRow() {
    List<MappedRow.Rejected> rejected = new ArrayList<>(rejections.size());
    rejections.forEach(
        (table, rejection) ->
            rejected.add(new MappedRow.Rejected((TableSpec<? extends Record>) table, rejection)));
    return new MappedRow(events, rejected);
  }

  /**
   * Adds the events of one rule.
   *
   * @throws RejectedRecordException when it cannot be said whether the rule takes the row
   */
  void add(SourceMapping.TableRule rule, RowValues values) throws RejectedRecordException {
    boolean whenPerItem =
        rule.when() != null && rule.forEach() != null && MappingYaml.perItem(rule.when());
    if (rule.when() != null && !whenPerItem && !rule.when().isTrue(values)) {
      return;
    }
    TableSpec<?> table = rule.parser().spec();
    try {
      if (rule.forEach() == null) {
        events.add(event(rule, values, shared(rule, values)));
        return;
      }
      List<?> items = items(rule.forEach(), values);
      Map<String, Object> shared = items.isEmpty() ? Map.of() : shared(rule, values);
      for (int i = 0; i < items.size(); i++) {
        values.at(items.get(i), i);
        try {
          if (!whenPerItem || rule.when().isTrue(values)) {
            events.add(event(rule, values, shared));
          }
        } catch (RejectedRecordException e) {
          reject(table, atItem(e.rejection(), i));
        }
      }
    } catch (RejectedRecordException e) {
      reject(table, e.rejection());
    }
  }

  private void reject(TableSpec<?> table, Rejection rejection) {
    rejections.putIfAbsent(table, rejection);
  }

  private static Rejection atItem(Rejection rejection, int index) {
    return new Rejection(
        rejection.code(), rejection.column(), rejection.cause() + " (item " + (index + 1) + ")");
  }

  private static List<?> items(MappingExpression forEach, RowValues values)
      throws RejectedRecordException {
    Object found = forEach.evaluate(values);
    List<?> items =
        found == null
            ? List.of()
            : found instanceof List<?> list
                ? list
                : found instanceof Map<?, ?> map
                    ? map.entrySet().stream()
                        .map(e -> Map.of("key", e.getKey(), "value", CelValues.of(e.getValue())))
                        .toList()
                    : null;
    if (items == null) {
      throw forEach.reject(RejectionCode.WRONG_TYPE, "neither a list nor a map");
    } else if (items.size() > MOST_ITEMS) {
      throw forEach.reject(RejectionCode.OUT_OF_RANGE, "more than " + MOST_ITEMS + " items");
    }
    return items;
  }

  // What no item changes is computed once for the row.
  private static Map<String, Object> shared(SourceMapping.TableRule rule, RowValues values)
      throws RejectedRecordException {
    Map<String, Object> result = new LinkedHashMap<>();
    for (Map.Entry<String, MappingExpression> column : rule.columns().entrySet()) {
      if (rule.forEach() == null || !MappingYaml.perItem(column.getValue())) {
        result.put(column.getKey(), column.getValue().evaluate(values));
      }
    }
    return result;
  }

  private MappedRow.Event event(
      SourceMapping.TableRule rule, RowValues values, Map<String, Object> shared)
      throws RejectedRecordException {
    Map<String, Object> row = new LinkedHashMap<>(shared);
    if (rule.forEach() != null) {
      for (Map.Entry<String, MappingExpression> column : rule.columns().entrySet()) {
        if (MappingYaml.perItem(column.getValue())) {
          row.put(column.getKey(), column.getValue().evaluate(values));
        }
      }
    }
    rule.checkCurrency(row.get("currency"));
    row.putIfAbsent("ingested_at", row.get("occurred_at"));
    row.putIfAbsent("schema_version", (long) rule.parser().spec().version());
    row.putIfAbsent("source", source);
    try {
      encoded.clear();
      times.check(row);
      rule.parser().parseMap(row, encoded);
      return new MappedRow.Event(rule.parser().spec(), encoded.toBytes());
    } catch (RejectedRecordException e) {
      MappingExpression column = rule.columns().get(e.rejection().column());
      throw column == null ? e : column.reject(e.rejection().code(), e.rejection().cause());
    }
  }
}
