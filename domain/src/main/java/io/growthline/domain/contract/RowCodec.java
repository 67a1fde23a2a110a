package io.growthline.domain.contract;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;

/**
 * Rows of one table as bytes (see {@link RowLayout}) and back. Both sides must know the same
 * contract, so it serves data in flight, never data at rest. What is reflective is worked out once
 * for each record. Not thread-safe.
 *
 * @param <T> the record of one row
 */
public final class RowCodec<T extends Record> {
  private static final ClassValue<Handles> HANDLES =
      new ClassValue<>() {
        @Override
        protected Handles computeValue(Class<?> type) {
          return Handles.of(type.asSubclass(Record.class));
        }
      };

  private final TableSpec<T> table;
  private final RowLayout layout;
  private final Handles handles;
  private final Values values;
  private final RowCursor cursor = new RowCursor();

  private RowCodec(TableSpec<T> table) {
    this.table = table;
    this.layout = RowLayout.of(table);
    this.handles = HANDLES.get(table.type());
    this.values = new Values(layout.columns());
  }

  public static <T extends Record> RowCodec<T> of(TableSpec<T> table) {
    return new RowCodec<>(table);
  }

  public TableSpec<T> table() {
    return table;
  }

  /**
   * Appends a row.
   *
   * @throws IllegalArgumentException when a column that must not be null is
   */
  public void write(T row, RowBuffer out) {
    try {
      for (int i = 0; i < layout.columns(); i++) {
        write(row, i, out);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot read a row of " + table.id(), e);
    }
  }

  private void write(Record row, int column, RowBuffer out) throws Throwable {
    MethodHandle accessor = handles.accessors[column];
    switch (handles.primitives[column]) {
      case 'J' -> out.putZigzag((long) accessor.invokeExact(row));
      case 'D' -> out.putLong(Double.doubleToRawLongBits((double) accessor.invokeExact(row)));
      case 'Z' -> out.putByte((boolean) accessor.invokeExact(row) ? 1 : 0);
      default -> write((Object) accessor.invokeExact(row), column, out);
    }
  }

  /**
   * Appends one column.
   *
   * @param value String, Long, Double, Boolean, Instant, LocalDate or null
   * @throws IllegalArgumentException when it is null and must not be
   */
  public void write(Object value, int column, RowBuffer out) {
    if (value == null && !table.columns().get(column).nullable()) {
      throw new IllegalArgumentException(
          table.id() + "." + table.columns().get(column).name() + " must not be null");
    }
    if (layout.isFlagged(column)) {
      out.putByte(value == null ? 0 : 1);
      if (value == null) {
        return;
      }
    }
    out.putValue(layout.type(column), value);
  }

  /** The row that begins at {@code offset}. */
  public T read(byte[] bytes, int offset) {
    return read(cursor.at(bytes, offset));
  }

  /** The row at the position of a cursor, which moves behind it. */
  public T read(RowCursor in) {
    for (int i = 0; i < layout.columns(); i++) {
      readColumn(in, i);
    }
    try {
      return table.type().cast((Record) handles.constructor.invokeExact(values));
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot make a row of " + table.id(), e);
    }
  }

  private void readColumn(RowCursor in, int column) {
    if (layout.isFlagged(column) && in.readByte() == 0) {
      values.objects[column] = null;
      return;
    }
    switch (layout.type(column)) {
      case STRING -> values.objects[column] = in.readText();
      case INT64 -> keep(column, in.readZigzag());
      case FLOAT64 -> keep(column, in.readLong());
      case BOOL -> keep(column, in.readByte());
      case TIMESTAMP -> values.objects[column] = Micros.toInstant(in.readLong());
      case DATE -> values.objects[column] = LocalDate.ofEpochDay(in.readZigzag());
    }
  }

  private void keep(int column, long bits) {
    if (handles.primitives[column] != 'L') {
      values.numbers[column] = bits;
      return;
    }
    values.objects[column] =
        switch (layout.type(column)) {
          case FLOAT64 -> (Object) Double.longBitsToDouble(bits);
          case BOOL -> (Object) (bits != 0);
          default -> (Object) bits;
        };
  }

  /** The columns of the row that is read at the moment. */
  private static final class Values {
    private final long[] numbers;
    private final Object[] objects;

    Values(int columns) {
      numbers = new long[columns];
      objects = new Object[columns];
    }

    @SuppressWarnings("unused") // called through a method handle
    long number(int column) {
      return numbers[column];
    }

    @SuppressWarnings("unused") // called through a method handle
    double real(int column) {
      return Double.longBitsToDouble(numbers[column]);
    }

    @SuppressWarnings("unused") // called through a method handle
    boolean flag(int column) {
      return numbers[column] != 0;
    }

    @SuppressWarnings("unused") // called through a method handle
    Object object(int column) {
      return objects[column];
    }
  }

  /**
   * @param accessors of the components, from Record
   * @param primitives J for long, D for double, Z for boolean, L for objects
   * @param constructor from {@link Values} to Record
   */
  private record Handles(MethodHandle[] accessors, char[] primitives, MethodHandle constructor) {
    static Handles of(Class<? extends Record> type) {
      RecordComponent[] components = type.getRecordComponents();
      MethodHandle[] accessors = new MethodHandle[components.length];
      MethodHandle[] readers = new MethodHandle[components.length];
      char[] primitives = new char[components.length];
      Class<?>[] types = new Class<?>[components.length];
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      try {
        for (int i = 0; i < components.length; i++) {
          types[i] = components[i].getType();
          primitives[i] = types[i].isPrimitive() ? types[i].descriptorString().charAt(0) : 'L';
          Class<?> carried = types[i].isPrimitive() ? types[i] : Object.class;
          accessors[i] =
              lookup
                  .unreflect(components[i].getAccessor())
                  .asType(MethodType.methodType(carried, Record.class));
          MethodHandle reader =
              lookup.findVirtual(
                  Values.class, reader(primitives[i]), MethodType.methodType(carried, int.class));
          readers[i] =
              MethodHandles.insertArguments(reader, 1, i)
                  .asType(MethodType.methodType(types[i], Values.class));
        }
        MethodHandle constructor =
            MethodHandles.filterArguments(
                lookup.unreflectConstructor(type.getDeclaredConstructor(types)), 0, readers);
        MethodHandle fromValues =
            MethodHandles.permuteArguments(
                constructor.asType(constructor.type().changeReturnType(Record.class)),
                MethodType.methodType(Record.class, Values.class),
                new int[components.length]);
        return new Handles(accessors, primitives, fromValues);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("Record " + type.getName() + " must be public", e);
      }
    }

    private static String reader(char primitive) {
      return switch (primitive) {
        case 'J' -> "number";
        case 'D' -> "real";
        case 'Z' -> "flag";
        default -> "object";
      };
    }
  }
}
