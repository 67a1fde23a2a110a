package io.growthline.transforms.ingest;

import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.AddUp;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.block.BlockCoder;
import java.time.LocalDate;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Drops duplicates among the rows of each bucket and gives each raw table the rows of the days that
 * the run writes with the accounts, the duplicates and the days.
 */
public abstract class DeduplicateRows
    extends PTransform<PCollection<KV<Integer, Iterable<byte[]>>>, PCollectionTuple> {
  /** Accounts of what was written, was a duplicate or came late. */
  public static final TupleTag<SourceAccount> ACCOUNTS = JudgeRows.ACCOUNTS;

  /** Kept rows as sorted runs by partition of a raw table. */
  public static final TupleTag<KV<String, byte[]>> ROWS = JudgeRows.ROWS;

  /** All dropped deliveries, those of earlier runs too. */
  public static final TupleTag<DuplicateDelivery> DUPLICATES = JudgeRows.DROPPED;

  /** One value: the days for which rows are given, and the groups of customers of these rows. */
  public static final TupleTag<Changes> CHANGES = new TupleTag<>("changes");

  private DeduplicateRows() {}

  /** Gives the rows of all days. */
  public static DeduplicateRows all() {
    return new Given(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Gives the rows of the days from {@code from} to {@code to}; the others count as filtered. */
  public static DeduplicateRows within(LocalDate from, LocalDate to) {
    return new Given(from.toEpochDay(), to.toEpochDay());
  }

  /** Gives the rows of days that differ from what is published, published rows among them. */
  public static DeduplicateRows changed() {
    return new Changed();
  }

  PCollectionTuple judge(
      PCollection<KV<Integer, Iterable<byte[]>>> buckets,
      ParDo.SingleOutput<KV<Integer, Iterable<byte[]>>, KV<String, byte[]>> judge) {
    PCollectionTuple outputs =
        buckets.apply(
            "Judge rows",
            judge.withOutputTags(
                ROWS, TupleTagList.of(ACCOUNTS).and(DUPLICATES).and(JudgeRows.WRITTEN_DAYS)));
    outputs.get(ROWS).setCoder(KvCoder.of(StringUtf8Coder.of(), BlockCoder.of()));
    outputs.get(ACCOUNTS).setCoder(RecordCoder.of(SourceAccount.class));
    outputs.get(DUPLICATES).setCoder(RecordCoder.of(DuplicateDelivery.class));
    outputs.get(JudgeRows.WRITTEN_DAYS).setCoder(ChangesCoder.of());
    return outputs;
  }

  private static AddUp<Changes> addUp() {
    return new AddUp<>(Changes::new, Changes::addAll, ChangesCoder.of());
  }

  private static final class Given extends DeduplicateRows {
    private final long from;
    private final long to;

    Given(long from, long to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public PCollectionTuple expand(PCollection<KV<Integer, Iterable<byte[]>>> buckets) {
      long first = from;
      long last = to;
      PCollectionTuple outputs =
          judge(
              buckets,
              ParDo.of(new JudgeRows(context -> (table, day) -> first <= day && day <= last)));
      return outputs.and(
          CHANGES, outputs.get(JudgeRows.WRITTEN_DAYS).apply("Written days", addUp()));
    }
  }

  private static final class Changed extends DeduplicateRows {
    @Override
    public PCollectionTuple expand(PCollection<KV<Integer, Iterable<byte[]>>> buckets) {
      PCollection<Changes> changes =
          buckets
              .apply("Find changes", ParDo.of(new FindChanges()))
              .setCoder(ChangesCoder.of())
              .apply("Changed days", addUp());
      PCollectionView<Changes> view = changes.apply("Changes", View.asSingleton());
      PCollectionTuple outputs =
          judge(
              buckets,
              ParDo.of(new JudgeRows(context -> context.sideInput(view)::contains))
                  .withSideInputs(view));
      return outputs.and(CHANGES, changes);
    }
  }
}
