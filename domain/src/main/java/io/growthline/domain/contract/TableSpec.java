package io.growthline.domain.contract;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The contract of one table, read from its annotated record: what it holds, and how to take a row
 * apart and put it together. Instances are cached, immutable and thread-safe.
 *
 * @param <T> the record of one row
 */
public final class TableSpec<T extends Record> {
  private static final ClassValue<TableSpec<?>> CACHE =
      new ClassValue<>() {
        @Override
        protected TableSpec<?> computeValue(Class<?> type) {
          return new TableSpec<>(type.asSubclass(Record.class));
        }
      };

  private final Class<T> type;
  private final Table table;
  private final List<ColumnSpec> columns;
  private final MethodHandle[] accessors;
  private final MethodHandle constructor;

  private TableSpec(Class<T> type) {
    this.type = type;
    this.table = type.getAnnotation(Table.class);
    if (table == null) {
      throw new IllegalArgumentException(type.getName() + " is not annotated with @Table");
    }
    RecordComponent[] components = type.getRecordComponents();
    List<ColumnSpec> specs = new ArrayList<>(components.length);
    accessors = new MethodHandle[components.length];
    Class<?>[] types = new Class<?>[components.length];
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      for (int i = 0; i < components.length; i++) {
        RecordComponent component = components[i];
        types[i] = component.getType();
        accessors[i] =
            lookup
                .unreflect(component.getAccessor())
                .asType(java.lang.invoke.MethodType.methodType(Object.class, Record.class));
        specs.add(columnOf(type, component));
      }
      constructor =
          lookup
              .unreflectConstructor(type.getDeclaredConstructor(types))
              .asSpreader(Object[].class, components.length)
              .asType(java.lang.invoke.MethodType.methodType(Record.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Record " + type.getName() + " must be public", e);
    }
    columns = List.copyOf(specs);
    if (table.freshDays() > 0 && table.partition().isEmpty()) {
      throw new IllegalArgumentException(
          type.getName() + " promises to be fresh, but no partition column says when a row is of");
    }
  }

  /** The contract of a record annotated with {@link Table}. */
  @SuppressWarnings("unchecked") // the cache maps each class to its own specification
  public static <T extends Record> TableSpec<T> of(Class<T> type) {
    return (TableSpec<T>) CACHE.get(type);
  }

  private static ColumnSpec columnOf(Class<?> owner, RecordComponent component) {
    Column column =
        Optional.ofNullable(component.getAnnotation(Column.class))
            .or(() -> inherited(owner, component.getName()))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        owner.getName() + "." + component.getName() + " has no @Column"));
    return new ColumnSpec(
        snakeCase(component.getName()),
        ColumnType.of(component.getType()),
        column.nullable(),
        column.value(),
        column.unit(),
        column.pii(),
        allowed(column),
        column.min(),
        column.max(),
        column.notBefore().isEmpty() ? LocalDate.MIN : LocalDate.parse(column.notBefore()),
        column.notAfter().isEmpty() ? LocalDate.MAX : LocalDate.parse(column.notAfter()),
        column.expectZero(),
        column.references());
  }

  private static List<String> allowed(Column column) {
    if (column.allowedBy() == Column.Open.class) {
      return List.of(column.allowed());
    }
    try {
      return List.copyOf(column.allowedBy().getDeclaredConstructor().newInstance().get());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          column.allowedBy().getName() + " needs a public constructor without parameters", e);
    }
  }

  private static Optional<Column> inherited(Class<?> owner, String accessor) {
    return Arrays.stream(owner.getInterfaces())
        .flatMap(i -> Arrays.stream(i.getMethods()))
        .filter(m -> m.getName().equals(accessor) && m.getParameterCount() == 0)
        .map((Method m) -> m.getAnnotation(Column.class))
        .filter(a -> a != null)
        .findFirst();
  }

  static String snakeCase(String camelCase) {
    return camelCase
        .replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }

  public Class<T> type() {
    return type;
  }

  public String dataset() {
    return table.dataset();
  }

  public String name() {
    return table.name();
  }

  /** {@code dataset.table}. */
  public String id() {
    return table.dataset() + "." + table.name();
  }

  public String grain() {
    return table.grain();
  }

  public String description() {
    return table.description();
  }

  public List<String> key() {
    return List.of(table.key());
  }

  public Optional<String> partition() {
    return table.partition().isEmpty() ? Optional.empty() : Optional.of(table.partition());
  }

  /** Days after which BigQuery forgets a partition; empty for never. */
  public OptionalInt keepDays() {
    return table.keepDays() == 0 ? OptionalInt.empty() : OptionalInt.of(table.keepDays());
  }

  /**
   * Most days from the newest row to the as-of day of a run; empty for a table whose rows come when
   * something happens.
   */
  public OptionalInt freshDays() {
    return table.freshDays() == 0 ? OptionalInt.empty() : OptionalInt.of(table.freshDays());
  }

  /**
   * Whether statements must say which days they want: tables that are partitioned and clustered by
   * customer grow with every day and every customer.
   */
  public boolean requiresPartitionFilter() {
    return partition().isPresent() && cluster().contains("customer_id");
  }

  /** All rows, for a FROM clause, in SQL that says so where the partition filter is required. */
  public String allRows() {
    return allRowsOf(id());
  }

  /**
   * Like {@link #allRows} for another table of this contract.
   *
   * @param table {@code dataset.table}
   */
  public String allRowsOf(String table) {
    return requiresPartitionFilter() ? rowsSince(table, LocalDate.of(1, 1, 1)) : table;
  }

  /**
   * Rows of a day of the partition column and of later ones, for a FROM clause.
   *
   * @throws java.util.NoSuchElementException when the table is not partitioned
   */
  public String rowsSince(LocalDate first) {
    return rowsSince(id(), first);
  }

  private String rowsSince(String table, LocalDate first) {
    ColumnSpec column = columns.get(indexOf(partition().orElseThrow()));
    return "(SELECT * FROM "
        + table
        + " WHERE "
        + column.name()
        + " >= "
        + column.startOf(first)
        + ")";
  }

  public List<String> cluster() {
    return List.of(table.cluster());
  }

  /**
   * Columns by which rows are stored, nulls first and text by its UTF-8 bytes. It is a total order:
   * equal rows are stored equally. Rows of a table that is clustered by customer lie customer by
   * customer, then by day and key, those of other tables by their key.
   */
  public List<String> order() {
    Stream<String> first =
        cluster().contains("customer_id")
            ? Stream.concat(Stream.of("customer_id"), partition().stream())
            : Stream.of();
    return Stream.of(first, key().stream(), columns.stream().map(ColumnSpec::name))
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  public int version() {
    return table.version();
  }

  /** Turns events of older versions into events of {@link #version()}. */
  public Upcaster upcaster() {
    try {
      return table.upcaster().getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          table.upcaster().getName() + " needs a public constructor without parameters", e);
    }
  }

  public List<ColumnSpec> columns() {
    return columns;
  }

  /** Whether there is a column of this name. */
  public boolean has(String column) {
    return columns.stream().anyMatch(c -> c.name().equals(column));
  }

  /** The columns of the key for SQL, separated by commas. */
  public String quotedKey() {
    return key().stream()
        .map(column -> columns.get(indexOf(column)).quoted())
        .collect(Collectors.joining(", "));
  }

  /** Position of a column, or an exception that names the table. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(id() + " has no column " + column);
  }

  /** Value of the column at {@code index} in a row. */
  public Object value(T row, int index) {
    try {
      return accessors[index].invokeExact((Record) row);
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot read " + id(), e);
    }
  }

  /** All values of a row in column order. */
  public Object[] values(T row) {
    Object[] values = new Object[accessors.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(row, i);
    }
    return values;
  }

  /** A row of these values in column order. Nulls for primitive columns are refused. */
  public T create(Object[] values) {
    try {
      return type.cast((Record) constructor.invokeExact(values));
    } catch (Throwable e) {
      throw new IllegalArgumentException(
          "Cannot make a row of " + id() + " with the key " + keyOf(values), e);
    }
  }

  /**
   * The key of a row for messages, such as {@code {event_id=e1}}. Messages end in logs, where other
   * values, which can identify a person, do not belong.
   *
   * @param values in column order
   */
  public String keyOf(Object[] values) {
    return key().stream()
        .map(column -> column + "=" + values[indexOf(column)])
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @Override
  public String toString() {
    return id();
  }
}
