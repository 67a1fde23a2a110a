package io.growthline.cloudrun.data;

import io.growthline.domain.money.Money;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.PublishedMoney;
import io.growthline.warehouse.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The tables of one publication: the opened warehouse, what is looked up by customer, and results
 * that were asked for before. Closes itself when nobody uses it any more.
 */
final class Tables {
  // Some 50 MB of results.
  private static final long MOST_VALUES = 1_000_000;

  private final DuckDbSql sql;
  private final Instant publishedAt;
  private final LocalDate asOf;
  private final Money money;
  private final Customers customers;
  private final CustomerList list;
  private final QueryMemo memo = new QueryMemo(MOST_VALUES);
  private final AtomicInteger users = new AtomicInteger(1);

  private Tables(
      DuckDbSql sql,
      Instant publishedAt,
      LocalDate asOf,
      Money money,
      Customers customers,
      CustomerList list) {
    this.sql = sql;
    this.publishedAt = publishedAt;
    this.asOf = asOf;
    this.money = money;
    this.customers = customers;
    this.list = list;
  }

  /**
   * Opens a publication; the caller is its first user.
   *
   * @throws OtherBuildException when tables or columns are missing
   */
  static Tables open(Path database) {
    DuckDbSql sql = DuckDbSql.open(database);
    try {
      ServedColumns.check(sql);
      LocalDate asOf =
          (LocalDate)
              sql.query(
                      "SELECT coalesce((SELECT max(as_of) FROM marts.customer_360_profile),"
                          + " (SELECT max(as_of) FROM monitoring.run_manifests))",
                      Map.of())
                  .rows()
                  .get(0)
                  .get(0);
      return new Tables(
          sql,
          Files.getLastModifiedTime(database).toInstant(),
          asOf,
          PublishedMoney.of(sql),
          Customers.load(sql),
          CustomerList.load(sql));
    } catch (IOException e) {
      sql.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      sql.close();
      throw e;
    }
  }

  /**
   * Adds a user, who must {@link #release}.
   *
   * @return false when the last one has gone and the warehouse is closed
   */
  boolean retain() {
    return users.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
  }

  void release() {
    if (users.decrementAndGet() == 0) {
      sql.close();
    }
  }

  List<Row> query(String statement, Map<String, ?> parameters) {
    return memo.get(statement, parameters, () -> rows(sql.query(statement, parameters)));
  }

  private static List<Row> rows(DuckDbSql.QueryResult result) {
    return result.rows().stream().map(values -> new Row(result.columns(), values)).toList();
  }

  Customers customers() {
    return customers;
  }

  CustomerList list() {
    return list;
  }

  Money money() {
    return money;
  }

  LocalDate asOf() {
    return asOf;
  }

  Instant publishedAt() {
    return publishedAt;
  }
}
