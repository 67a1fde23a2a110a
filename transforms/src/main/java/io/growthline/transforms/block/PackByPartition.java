package io.growthline.transforms.block;

import java.util.function.BiConsumer;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** Packs published rows as they are stored, by partition of their table. */
public final class PackByPartition implements RowPacking<String> {
  @Override
  public Coder<String> keyCoder() {
    return StringUtf8Coder.of();
  }

  @Override
  public Packer open(String run, BiConsumer<String, byte[]> consumer) {
    return new PartitionPacker(run, consumer);
  }
}
