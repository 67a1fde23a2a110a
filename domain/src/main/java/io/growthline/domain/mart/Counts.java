package io.growthline.domain.mart;

import io.growthline.domain.contract.RecordShape;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Whole numbers by key; each key has the same number of slots. Serves nearly all totals. Not
 * thread-safe.
 *
 * @param <K> a public record whose components have column types; they also give the order of keys
 */
public final class Counts<K extends Record> implements Totals<Counts<K>> {
  private final RecordShape<K> shape;
  private final int width;
  private final Map<K, long[]> counts = new HashMap<>();

  /**
   * @param width slots of a key, at least 1
   */
  public Counts(Class<K> key, int width) {
    this.shape = RecordShape.of(key);
    this.width = width;
  }

  /** Adds to one slot; 0 makes the key known. */
  public void add(K key, int slot, long amount) {
    long[] slots = slots(key);
    slots[slot] = sum(slots[slot], amount, key);
  }

  /**
   * Adds to all slots.
   *
   * @param amounts one for each slot
   */
  public void add(K key, long[] amounts) {
    long[] slots = slots(key);
    for (int i = 0; i < width; i++) {
      slots[i] = sum(slots[i], amounts[i], key);
    }
  }

  /** The sum in a slot; 0 for an unknown key. */
  public long get(K key, int slot) {
    long[] slots = counts.get(key);
    return slots == null ? 0 : slots[slot];
  }

  /** Whether anything was added to a key. */
  public boolean knows(K key) {
    return counts.containsKey(key);
  }

  /** Known keys in order. */
  public List<K> keys() {
    List<K> keys = new ArrayList<>(counts.keySet());
    keys.sort(shape);
    return keys;
  }

  /** All keys in order, with their slots, which must not be changed. */
  public void forEach(BiConsumer<K, long[]> consumer) {
    keys().forEach(key -> consumer.accept(key, counts.get(key)));
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Number of known keys. */
  public int size() {
    return counts.size();
  }

  @Override
  public void addAll(Counts<K> part) {
    part.counts.forEach(this::add);
  }

  @Override
  public void write(RowBuffer out) {
    out.putVarint(width);
    out.putVarint(counts.size());
    forEach(
        (key, slots) -> {
          shape.write(key, out);
          for (long slot : slots) {
            out.putZigzag(slot);
          }
        });
  }

  @Override
  public void add(RowCursor part) {
    long slots = part.readVarint();
    if (slots != width) {
      throw new IllegalStateException(
          "Totals have %d numbers a key instead of %d: another build wrote them"
              .formatted(slots, width));
    }
    long[] amounts = new long[width];
    for (long left = part.readVarint(); left > 0; left--) {
      K key = shape.read(part);
      for (int i = 0; i < width; i++) {
        amounts[i] = part.readZigzag();
      }
      add(key, amounts);
    }
  }

  private long[] slots(K key) {
    long[] slots = counts.get(key);
    if (slots == null) {
      slots = new long[width];
      counts.put(key, slots);
    }
    return slots;
  }

  // As Math.addExact, with a message that says where.
  private static long sum(long a, long b, Record key) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      throw new ArithmeticException(
          "the sum of %d and %d in %s does not fit 64 bits".formatted(a, b, key));
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts<?> o
        && width == o.width
        && counts.size() == o.counts.size()
        && counts.entrySet().stream()
            .allMatch(entry -> Arrays.equals(entry.getValue(), o.counts.get(entry.getKey())));
  }

  @Override
  public int hashCode() {
    return counts.keySet().hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    forEach((key, slots) -> text.append(key).append(Arrays.toString(slots)));
    return text.toString();
  }
}
