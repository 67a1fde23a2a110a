package io.growthline.transforms.mart;

import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.PopulationMart;
import io.growthline.domain.mart.Totals;
import io.growthline.transforms.AddUp;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.Partition;
import io.growthline.transforms.block.RowSorter;
import io.growthline.transforms.block.RunBlocks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Builds a mart that compares each customer with all: first the totals of all input rows, then the
 * rows.
 */
final class BuildPopulation
    extends PTransform<PCollection<KV<String, byte[]>>, PCollection<KV<String, byte[]>>> {
  private final int mart;
  private final LocalDate asOf;

  /**
   * @param mart position in {@link Marts#POPULATION}
   */
  BuildPopulation(int mart, LocalDate asOf) {
    this.mart = mart;
    this.asOf = asOf;
  }

  @Override
  public PCollection<KV<String, byte[]>> expand(PCollection<KV<String, byte[]>> marts) {
    String input = TableSpec.of(Marts.POPULATION.get(mart).input().table()).id();
    int position = mart;
    PCollection<KV<String, byte[]>> customers =
        marts.apply(
            "Take input", Filter.by(block -> Partition.of(block.getKey()).table().equals(input)));
    PCollectionView<Part> all =
        customers
            .apply("Count", ParDo.of(new Count(mart)))
            .setCoder(PartCoder.INSTANCE)
            .apply(
                "Add up", new AddUp<>(() -> new Part(position), Part::addAll, PartCoder.INSTANCE))
            .apply("Population", View.asSingleton());
    return customers
        .apply("Make rows", ParDo.of(new MakeRows(mart, asOf, all)).withSideInputs(all))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), BlockCoder.of()));
  }

  /** Totals of a mart, over some of the input. */
  private static final class Part {
    private final int mart;
    private final Totals<?> totals;

    Part(int mart) {
      this.mart = mart;
      this.totals = Marts.POPULATION.get(mart).empty();
    }

    void addAll(Part other) {
      RowBuffer bytes = new RowBuffer(1 << 10);
      other.totals.write(bytes);
      totals.add(new RowCursor().at(bytes.array(), 0));
    }
  }

  private static final class PartCoder extends AtomicCoder<Part> {
    private static final long serialVersionUID = 1L;
    private static final Coder<Part> INSTANCE = new PartCoder();

    @Override
    public void encode(Part part, OutputStream out) throws IOException {
      RowBuffer bytes = new RowBuffer(1 << 10);
      bytes.putVarint(part.mart);
      part.totals.write(bytes);
      BlockCoder.of().encode(bytes.toBytes(), out);
    }

    @Override
    public Part decode(InputStream in) throws IOException {
      RowCursor bytes = new RowCursor().at(BlockCoder.of().decode(in), 0);
      Part part = new Part((int) bytes.readVarint());
      part.totals.add(bytes);
      return part;
    }
  }

  private static final class Count extends DoFn<KV<String, byte[]>, Part> {
    private final int mart;
    private transient Part part;

    Count(int mart) {
      this.mart = mart;
    }

    @StartBundle
    public void startBundle() {
      part = new Part(mart);
    }

    @ProcessElement
    public void process(@Element KV<String, byte[]> block) {
      count(Marts.POPULATION.get(mart), block.getValue());
    }

    @SuppressWarnings("unchecked") // the totals are those of the mart
    private <I extends Record, T extends Totals<T>> void count(
        PopulationMart<I, T, ?, ?> population, byte[] block) {
      RunBlocks.forEach(
          TableSpec.of(population.input().table()),
          block,
          row -> population.count(row, (T) part.totals));
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      context.output(part, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
    }
  }

  private static final class MakeRows extends DoFn<KV<String, byte[]>, KV<String, byte[]>> {
    private final int mart;
    private final LocalDate asOf;
    private final PCollectionView<Part> all;

    MakeRows(int mart, LocalDate asOf, PCollectionView<Part> all) {
      this.mart = mart;
      this.asOf = asOf;
      this.all = all;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      make(Marts.POPULATION.get(mart), context);
    }

    @SuppressWarnings("unchecked") // the totals are those of the mart
    private <I extends Record, T extends Totals<T>, P, R extends Record> void make(
        PopulationMart<I, T, P, R> population, ProcessContext context) {
      P numbers = population.fit((T) context.sideInput(all).totals, asOf);
      byte[] block = context.element().getValue();
      RowSorter<R> rows =
          new RowSorter<>(
              TableSpec.of(population.table()),
              RunBlocks.name(block),
              (partition, packed) -> context.output(KV.of(partition, packed)));
      RunBlocks.forEach(
          TableSpec.of(population.input().table()),
          block,
          row -> population.rows(row, numbers).forEach(rows::add));
      rows.flush();
    }
  }
}
