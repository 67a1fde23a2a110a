package io.growthline.transforms.mart;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.PopulationMart;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.mart.TotalRows;
import io.growthline.domain.mart.Totals;
import io.growthline.transforms.TotalsCoder;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.Partition;
import io.growthline.transforms.block.RowSorter;
import io.growthline.transforms.block.RunBlocks;
import java.time.LocalDate;
import java.util.List;
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
final class BuildPopulation<I extends Record, T extends Totals<T>, P, R extends Record>
    extends PTransform<PCollection<KV<String, byte[]>>, PCollection<KV<String, byte[]>>> {
  private final PopulationMart<I, T, P, R> mart;
  private final LocalDate asOf;
  private final transient PCollection<KV<String, byte[]>> totals;

  /**
   * @param totals rows of marts of totals, those among them on which the mart rests
   */
  BuildPopulation(
      PopulationMart<I, T, P, R> mart, LocalDate asOf, PCollection<KV<String, byte[]>> totals) {
    this.mart = mart;
    this.asOf = asOf;
    this.totals = totals;
  }

  @Override
  public PCollection<KV<String, byte[]>> expand(PCollection<KV<String, byte[]>> marts) {
    PopulationMart<I, T, P, R> population = mart;
    String input = TableSpec.of(mart.input().table()).id();
    TotalsCoder<T> coder = TotalsCoder.of(population::empty);
    PCollection<KV<String, byte[]>> customers =
        marts.apply(
            "Take input", Filter.by(block -> Partition.of(block.getKey()).table().equals(input)));
    PCollectionView<T> all =
        customers
            .apply("Count", ParDo.of(new Count<>(mart)))
            .setCoder(coder)
            .apply("Add up", coder.addUp())
            .apply("Population", View.asSingleton());
    List<String> names =
        population.restsOn().stream().map(total -> TableSpec.of(total.table()).id()).toList();
    PCollectionView<List<KV<String, byte[]>>> tables =
        totals
            .apply(
                "Take totals",
                Filter.by(block -> names.contains(Partition.of(block.getKey()).table())))
            .apply("Totals", View.asList());
    return customers
        .apply(
            "Make rows",
            ParDo.of(new MakeRows<>(mart, asOf, all, tables)).withSideInputs(all, tables))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), BlockCoder.of()));
  }

  private static final class Count<I extends Record, T extends Totals<T>>
      extends DoFn<KV<String, byte[]>, T> {
    private final PopulationMart<I, T, ?, ?> mart;
    private transient T totals;

    Count(PopulationMart<I, T, ?, ?> mart) {
      this.mart = mart;
    }

    @StartBundle
    public void startBundle() {
      totals = mart.empty();
    }

    @ProcessElement
    public void process(@Element KV<String, byte[]> block) {
      RunBlocks.forEach(
          TableSpec.of(mart.input().table()), block.getValue(), row -> mart.count(row, totals));
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      context.output(totals, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
    }
  }

  private static final class MakeRows<I extends Record, T extends Totals<T>, P, R extends Record>
      extends DoFn<KV<String, byte[]>, KV<String, byte[]>> {
    private final PopulationMart<I, T, P, R> mart;
    private final LocalDate asOf;
    private final PCollectionView<T> all;
    private final PCollectionView<List<KV<String, byte[]>>> tables;
    private transient T counted;
    private transient P population;

    MakeRows(
        PopulationMart<I, T, P, R> mart,
        LocalDate asOf,
        PCollectionView<T> all,
        PCollectionView<List<KV<String, byte[]>>> tables) {
      this.mart = mart;
      this.asOf = asOf;
      this.all = all;
      this.tables = tables;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      T totals = context.sideInput(all);
      // A fit can take a second, and there are many blocks.
      if (!totals.equals(counted)) {
        population = mart.fit(totals, rows(context.sideInput(tables)), asOf);
        counted = totals;
      }
      byte[] block = context.element().getValue();
      RowSorter<R> rows =
          new RowSorter<>(
              TableSpec.of(mart.table()),
              RunBlocks.name(block),
              (partition, packed) -> context.output(KV.of(partition, packed)));
      RunBlocks.forEach(
          TableSpec.of(mart.input().table()),
          block,
          row -> mart.rows(row, population).forEach(rows::add));
      rows.flush();
    }

    private TotalRows rows(List<KV<String, byte[]>> blocks) {
      TotalRows rows = new TotalRows();
      for (TotalMart<?, ?> total : mart.restsOn()) {
        TableSpec<?> table = TableSpec.of(total.table());
        for (KV<String, byte[]> block : blocks) {
          if (Partition.of(block.getKey()).table().equals(table.id())) {
            RunBlocks.forEach(table, block.getValue(), rows::add);
          }
        }
      }
      return rows;
    }
  }
}
