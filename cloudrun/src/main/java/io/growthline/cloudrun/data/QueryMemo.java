package io.growthline.cloudrun.data;

import io.growthline.warehouse.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Results of statements on tables that do not change, so that a page asks the database only once.
 * Holds a bounded number of values: the results that were not used for longest go first, and one
 * that would push out all others is not kept. Thread-safe.
 */
final class QueryMemo {
  // Keys cost too, and a result may have no rows.
  private static final int VALUES_OF_A_KEY = 50;

  private record Key(String statement, Map<String, ?> parameters) {}

  private final long mostValues;
  private final Map<Key, List<Row>> results = new LinkedHashMap<>(16, 0.75f, true);
  private long values;

  /**
   * @param mostValues rows times columns, over all results
   */
  QueryMemo(long mostValues) {
    this.mostValues = mostValues;
  }

  /** The result of a statement, made when it is not known. Two callers at once may both make it. */
  List<Row> get(String statement, Map<String, ?> parameters, Supplier<List<Row>> make) {
    Key key = new Key(statement, new HashMap<>(parameters));
    synchronized (results) {
      List<Row> known = results.get(key);
      if (known != null) {
        return known;
      }
    }
    List<Row> made = make.get();
    if (size(made) <= mostValues / 4) {
      keep(key, made);
    }
    return made;
  }

  private void keep(Key key, List<Row> made) {
    synchronized (results) {
      if (results.putIfAbsent(key, made) == null) {
        values += size(made);
      }
      var oldest = results.values().iterator();
      while (values > mostValues) {
        values -= size(oldest.next());
        oldest.remove();
      }
    }
  }

  /** Values held. */
  long values() {
    synchronized (results) {
      return values;
    }
  }

  private static long size(List<Row> rows) {
    return VALUES_OF_A_KEY
        + (rows.isEmpty() ? 0 : (long) rows.size() * rows.get(0).columns().size());
  }
}
