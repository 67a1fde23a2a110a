package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.Unite;
import java.time.LocalDate;
import java.util.function.BiPredicate;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Drops duplicates among the rows of each bucket and gives each raw table the rows of the days that
 * the run writes (see {@link RawBlocks}), with the accounts, the duplicates and the days.
 */
public abstract class DeduplicateRows
    extends PTransform<PCollection<KV<Integer, Iterable<byte[]>>>, PCollectionTuple> {
  /** Accounts of what was written, was a duplicate or came late. */
  public static final TupleTag<SourceAccount> ACCOUNTS = JudgeRows.ACCOUNTS;

  /** All dropped deliveries, those of earlier runs too. */
  public static final TupleTag<DuplicateDelivery> DUPLICATES = JudgeRows.DUPLICATES;

  /** One value: the days of which rows are given, and the groups of customers of these rows. */
  public static final TupleTag<Changes> CHANGES = new TupleTag<>("changes");

  private DeduplicateRows() {}

  /** Gives the rows of all days. */
  public static DeduplicateRows all() {
    return new Given((table, day) -> true);
  }

  /** Gives the rows of the days from {@code from} to {@code to}; the others count as filtered. */
  public static DeduplicateRows within(LocalDate from, LocalDate to) {
    return new Given((table, day) -> !day.isBefore(from) && !day.isAfter(to));
  }

  /** Gives the rows of days that differ from what is published, published rows among them. */
  public static DeduplicateRows changed() {
    return new Changed();
  }

  PCollectionTuple judge(
      PCollection<KV<Integer, Iterable<byte[]>>> buckets,
      ParDo.SingleOutput<KV<Integer, Iterable<byte[]>>, SourceAccount> judge) {
    PCollectionTuple outputs =
        buckets.apply(
            "Judge rows",
            judge.withOutputTags(
                ACCOUNTS, RawBlocks.allTags().and(DUPLICATES).and(JudgeRows.WRITTEN_DAYS)));
    outputs.get(ACCOUNTS).setCoder(RecordCoder.of(SourceAccount.class));
    outputs.get(DUPLICATES).setCoder(RecordCoder.of(DuplicateDelivery.class));
    outputs.get(JudgeRows.WRITTEN_DAYS).setCoder(ChangesCoder.of());
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      outputs.get(RawBlocks.tagOf(table)).setCoder(ByteArrayCoder.of());
    }
    return outputs;
  }

  private static PCollection<Changes> add(String name, PCollection<Changes> changes) {
    return changes
        .setCoder(ChangesCoder.of())
        .apply(
            name, Combine.globally(new Unite<>(Changes::new, Changes::addAll, ChangesCoder.of())));
  }

  private static final class Given extends DeduplicateRows {
    private final SerializableBiPredicate scope;

    private interface SerializableBiPredicate
        extends BiPredicate<Integer, LocalDate>, java.io.Serializable {}

    Given(SerializableBiPredicate scope) {
      this.scope = scope;
    }

    @Override
    public PCollectionTuple expand(PCollection<KV<Integer, Iterable<byte[]>>> buckets) {
      SerializableBiPredicate days = scope;
      PCollectionTuple outputs =
          judge(buckets, ParDo.of(new JudgeRows((context, table, day) -> days.test(table, day))));
      return outputs.and(CHANGES, add("Written days", outputs.get(JudgeRows.WRITTEN_DAYS)));
    }
  }

  private static final class Changed extends DeduplicateRows {
    @Override
    public PCollectionTuple expand(PCollection<KV<Integer, Iterable<byte[]>>> buckets) {
      PCollection<Changes> changes =
          add("Changed days", buckets.apply("Find changes", ParDo.of(new FindChanges())));
      PCollectionView<Changes> view =
          changes.apply("Changes", org.apache.beam.sdk.transforms.View.asSingleton());
      PCollectionTuple outputs =
          judge(
              buckets,
              ParDo.of(
                      new JudgeRows(
                          (context, table, day) -> context.sideInput(view).contains(table, day)))
                  .withSideInputs(view));
      return outputs.and(CHANGES, changes);
    }
  }
}
