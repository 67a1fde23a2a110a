package io.growthline.transforms;

import io.growthline.transforms.block.BlockCoder;
import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Adds parts up into one value, which is empty when there are none. The parts are few, one of each
 * bucket for example. They are gathered as bytes: runners on one machine copy what they group,
 * again for every bundle that adds to it, and bytes are cheap to copy.
 */
public final class AddUp<T> extends PTransform<PCollection<T>, PCollection<T>> {
  private final SerializableSupplier<T> empty;
  private final SerializableBiConsumer<T> addAll;
  private final Coder<T> coder;

  /** Makes an empty part. */
  public interface SerializableSupplier<T> extends Supplier<T>, Serializable {}

  /** Adds the second part to the first. */
  public interface SerializableBiConsumer<T> extends BiConsumer<T, T>, Serializable {}

  public AddUp(SerializableSupplier<T> empty, SerializableBiConsumer<T> addAll, Coder<T> coder) {
    this.empty = empty;
    this.addAll = addAll;
    this.coder = coder;
  }

  @Override
  public PCollection<T> expand(PCollection<T> parts) {
    PCollection<T> nothing =
        parts.getPipeline().apply("Nothing", Create.of(empty.get()).withCoder(coder));
    return PCollectionList.of(parts)
        .and(nothing)
        .apply("Parts", Flatten.pCollections())
        .apply("To bytes", ParDo.of(new ToBytes<>(coder)))
        .setCoder(KvCoder.of(VarIntCoder.of(), BlockCoder.of()))
        .apply("Gather", GroupByKey.create())
        .apply("Add", ParDo.of(new Add<>(empty, addAll, coder)))
        .setCoder(coder);
  }

  private static final class ToBytes<T> extends DoFn<T, KV<Integer, byte[]>> {
    private final Coder<T> coder;

    ToBytes(Coder<T> coder) {
      this.coder = coder;
    }

    @ProcessElement
    public void process(@Element T part, OutputReceiver<KV<Integer, byte[]>> out) throws Exception {
      out.output(KV.of(0, CoderUtils.encodeToByteArray(coder, part)));
    }
  }

  private static final class Add<T> extends DoFn<KV<Integer, Iterable<byte[]>>, T> {
    private final SerializableSupplier<T> empty;
    private final SerializableBiConsumer<T> addAll;
    private final Coder<T> coder;

    Add(SerializableSupplier<T> empty, SerializableBiConsumer<T> addAll, Coder<T> coder) {
      this.empty = empty;
      this.addAll = addAll;
      this.coder = coder;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> parts, OutputReceiver<T> out)
        throws Exception {
      T all = empty.get();
      for (byte[] part : parts.getValue()) {
        addAll.accept(all, CoderUtils.decodeFromByteArray(coder, part));
      }
      out.output(all);
    }
  }
}
