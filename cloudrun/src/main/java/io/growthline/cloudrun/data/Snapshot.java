package io.growthline.cloudrun.data;

import io.growthline.domain.Sha256;
import io.growthline.domain.money.Money;
import io.growthline.warehouse.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a request sees from its begin to its end: the tables of one publication and the models in
 * use with them. Immutable and thread-safe.
 */
public final class Snapshot {
  private final Pointers pointers;
  private final Tables tables;
  private final ModelsInUse models;

  private Snapshot(Pointers pointers, Tables tables) {
    this.pointers = pointers;
    this.tables = tables;
    this.models = new ModelsInUse(pointers, tables.money());
  }

  /**
   * Opens what the pointers name.
   *
   * @param before what was served until now, whose tables are used again when they are the same;
   *     null for the first
   */
  static Snapshot open(Pointers pointers, Snapshot before) {
    if (before != null
        && before.pointers.database().equals(pointers.database())
        && before.retain()) {
      return new Snapshot(pointers, before.tables);
    }
    return new Snapshot(pointers, Tables.open(pointers.database()));
  }

  boolean retain() {
    return tables.retain();
  }

  void release() {
    tables.release();
  }

  Pointers pointers() {
    return pointers;
  }

  /** Rows of a SELECT on the published tables; asked again, it is not run again. */
  public List<Row> query(String statement, Map<String, ?> parameters) {
    return tables.query(statement, parameters);
  }

  public List<Row> query(String statement) {
    return query(statement, Map.of());
  }

  /** What is looked up by customer; faster than a query. */
  public Customers customers() {
    return tables.customers();
  }

  /** All customers, to be listed. */
  public CustomerList customerList() {
    return tables.list();
  }

  /** The currency that amounts are in; unknown where no data name one. */
  public Money money() {
    return tables.money();
  }

  /** Tells publications apart, in every process that serves them. */
  public String publication() {
    return new Sha256().add(pointers.database() + " " + tables.publishedAt()).hex(6);
  }

  /** The models in use with these tables. */
  public ModelsInUse models() {
    return models;
  }

  /** Everything known before this day is reflected; null when there are no customers yet. */
  public LocalDate asOf() {
    return tables.asOf();
  }

  /** When this publication was written. */
  public Instant publishedAt() {
    return tables.publishedAt();
  }
}
