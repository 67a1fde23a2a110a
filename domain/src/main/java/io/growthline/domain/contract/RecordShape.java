package io.growthline.domain.contract;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The components of a record that needs no contract, such as the key of a total or a row of a
 * query: their names and types, and how to take a record apart and put it together. Instances are
 * cached, immutable and thread-safe.
 *
 * @param <T> a public record whose components have the types of {@link ColumnType}
 */
public final class RecordShape<T extends Record> implements Comparator<T> {
  private static final ClassValue<RecordShape<?>> CACHE =
      new ClassValue<>() {
        @Override
        protected RecordShape<?> computeValue(Class<?> type) {
          return new RecordShape<>(type.asSubclass(Record.class));
        }
      };

  private final Class<T> type;
  private final List<String> names;
  private final List<ColumnType> types;
  private final MethodHandle[] accessors;
  private final MethodHandle constructor;

  private RecordShape(Class<T> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] classes =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    names = Arrays.stream(components).map(c -> TableSpec.snakeCase(c.getName())).toList();
    types = Arrays.stream(classes).map(ColumnType::of).toList();
    accessors = new MethodHandle[components.length];
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      for (int i = 0; i < accessors.length; i++) {
        accessors[i] =
            lookup
                .unreflect(components[i].getAccessor())
                .asType(MethodType.methodType(Object.class, Record.class));
      }
      constructor =
          lookup
              .unreflectConstructor(type.getDeclaredConstructor(classes))
              .asSpreader(Object[].class, classes.length)
              .asType(MethodType.methodType(Record.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Record " + type.getName() + " must be public", e);
    }
  }

  /**
   * The shape of a record.
   *
   * @throws IllegalArgumentException when it is not public or a component has no column type
   */
  @SuppressWarnings("unchecked") // the cache maps each class to its own shape
  public static <T extends Record> RecordShape<T> of(Class<T> type) {
    return (RecordShape<T>) CACHE.get(type);
  }

  /** Names of the components in order, in snake case. */
  public List<String> names() {
    return names;
  }

  /** Types of the components in order. */
  public List<ColumnType> types() {
    return types;
  }

  /** Value of the component at {@code index}; null when it is absent. */
  public Object value(T row, int index) {
    try {
      return accessors[index].invokeExact((Record) row);
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot read " + type.getName(), e);
    }
  }

  /**
   * A record of these values in order.
   *
   * @throws IllegalArgumentException when a value has another type, or null is given to a primitive
   */
  public T create(Object[] values) {
    try {
      return type.cast((Record) constructor.invokeExact(values));
    } catch (Throwable e) {
      throw new IllegalArgumentException(
          "Cannot make a " + type.getName() + " from " + Arrays.toString(values), e);
    }
  }

  /** Appends a record; {@link #read} makes an equal one of it. */
  public void write(T row, RowBuffer out) {
    for (int i = 0; i < accessors.length; i++) {
      Object value = value(row, i);
      ColumnType columnType = types.get(i);
      if (columnType == ColumnType.STRING) {
        out.putText((String) value);
        continue;
      }
      out.putByte(value == null ? 0 : 1);
      if (value != null) {
        out.putValue(columnType, value);
      }
    }
  }

  /** The record at the position of a cursor, which moves behind it. */
  public T read(RowCursor in) {
    Object[] values = new Object[accessors.length];
    for (int i = 0; i < values.length; i++) {
      ColumnType columnType = types.get(i);
      if (columnType == ColumnType.STRING || in.readByte() != 0) {
        values[i] = readValue(in, columnType);
      }
    }
    return create(values);
  }

  private static Object readValue(RowCursor in, ColumnType type) {
    return switch (type) {
      case STRING -> in.readText();
      case INT64 -> in.readZigzag();
      case FLOAT64 -> Double.longBitsToDouble(in.readLong());
      case BOOL -> in.readByte() != 0;
      case TIMESTAMP -> Micros.toInstant(in.readLong());
      case DATE -> LocalDate.ofEpochDay(in.readZigzag());
    };
  }

  /** Compares component by component in their natural order, absent values first. */
  @Override
  public int compare(T a, T b) {
    for (int i = 0; i < accessors.length; i++) {
      int order = compareValues(value(a, i), value(b, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // every column type has a natural order, and both are of one type
  private static int compareValues(Object a, Object b) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? -1 : 1;
    }
    return ((Comparable<Object>) a).compareTo(b);
  }
}
