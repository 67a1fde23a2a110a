package io.growthline.pipelines.warehouse;

import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.Partition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes blocks of rows into one sorted Parquet file for each partition of a table. Blocks wait on
 * disk until all are there; grouping them in memory would hold all of them, and the runner on one
 * machine would copy them for every bundle that adds some.
 */
final class WriteTables extends PTransform<PCollection<KV<String, byte[]>>, PCollection<Void>> {
  private final String staging;

  WriteTables(Path staging) {
    this.staging = staging.toString();
  }

  @Override
  public PCollection<Void> expand(PCollection<KV<String, byte[]>> blocks) {
    return blocks
        .apply("Spill blocks", ParDo.of(new SpillBlocks(staging)))
        .setCoder(KvCoder.of(VarIntCoder.of(), BlockCoder.of()))
        .apply("Gather parts", GroupByKey.create())
        .apply("Group parts by partition", ParDo.of(new GroupParts()))
        .setCoder(ListCoder.of(Spill.PartCoder.of()))
        .apply("Spread partitions", Reshuffle.viaRandomKey())
        .apply("Write files", ParDo.of(new WriteFile(staging)));
  }

  /** Gives, encoded, where the blocks of the bundle are. */
  private static final class SpillBlocks extends DoFn<KV<String, byte[]>, KV<Integer, byte[]>> {
    private final String staging;
    private transient Spill spill;

    SpillBlocks(String staging) {
      this.staging = staging;
    }

    @StartBundle
    public void startBundle() {
      spill = null;
    }

    @ProcessElement
    public void process(@Element KV<String, byte[]> block) throws IOException {
      if (spill == null) {
        spill = new Spill(TableFiles.spills(Path.of(staging)));
      }
      spill.add(block.getKey(), block.getValue());
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) throws IOException {
      if (spill == null) {
        return;
      }
      spill.close();
      byte[] parts =
          CoderUtils.encodeToByteArray(ListCoder.of(Spill.PartCoder.of()), spill.parts());
      context.output(KV.of(0, parts), GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
    }
  }

  private static final class GroupParts
      extends DoFn<KV<Integer, Iterable<byte[]>>, List<Spill.Part>> {
    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<byte[]>> spills, OutputReceiver<List<Spill.Part>> out)
        throws IOException {
      TreeMap<String, List<Spill.Part>> partitions = new TreeMap<>();
      for (byte[] parts : spills.getValue()) {
        for (Spill.Part part :
            CoderUtils.decodeFromByteArray(ListCoder.of(Spill.PartCoder.of()), parts)) {
          partitions.computeIfAbsent(part.partition(), key -> new ArrayList<>()).add(part);
        }
      }
      partitions.values().forEach(out::output);
    }
  }

  private static final class WriteFile extends DoFn<List<Spill.Part>, Void> {
    private final String staging;

    WriteFile(String staging) {
      this.staging = staging;
    }

    @ProcessElement
    public void process(@Element List<Spill.Part> parts) throws IOException {
      List<byte[]> blocks = new ArrayList<>();
      for (Spill.Part part : parts) {
        blocks.addAll(Spill.read(part));
      }
      TableFiles.write(Path.of(staging), Partition.of(parts.get(0).partition()), blocks);
    }
  }
}
