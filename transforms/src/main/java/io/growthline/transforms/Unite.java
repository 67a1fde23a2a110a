package io.growthline.transforms;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/** Unites parts that can take each other in, such as totals of bundles; empty for none. */
public final class Unite<T> extends CombineFn<T, T, T> {
  private final SerializableSupplier<T> empty;
  private final SerializableBiConsumer<T> addAll;
  private final Coder<T> coder;

  /** Makes an empty part. */
  public interface SerializableSupplier<T> extends Supplier<T>, java.io.Serializable {}

  /** Adds the second part to the first. */
  public interface SerializableBiConsumer<T> extends BiConsumer<T, T>, java.io.Serializable {}

  public Unite(SerializableSupplier<T> empty, SerializableBiConsumer<T> addAll, Coder<T> coder) {
    this.empty = empty;
    this.addAll = addAll;
    this.coder = coder;
  }

  @Override
  public T createAccumulator() {
    return empty.get();
  }

  @Override
  public T addInput(T all, T part) {
    addAll.accept(all, part);
    return all;
  }

  @Override
  public T mergeAccumulators(Iterable<T> parts) {
    T all = empty.get();
    parts.forEach(part -> addAll.accept(all, part));
    return all;
  }

  @Override
  public T extractOutput(T all) {
    return all;
  }

  @Override
  public Coder<T> getAccumulatorCoder(CoderRegistry registry, Coder<T> input) {
    return coder;
  }

  @Override
  public Coder<T> getDefaultOutputCoder(CoderRegistry registry, Coder<T> input) {
    return coder;
  }
}
