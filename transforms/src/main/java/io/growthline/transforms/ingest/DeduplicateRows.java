package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.RecordCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Unpacks shuffled blocks, drops duplicates, and gives each raw table its rows (see {@link
 * RawTables}) and each bucket its accounts.
 */
public final class DeduplicateRows
    extends PTransform<PCollection<KV<Integer, Iterable<byte[]>>>, PCollectionTuple> {
  /** Accounts of what was written, was a duplicate or came late. */
  public static final TupleTag<SourceAccount> ACCOUNTS = new TupleTag<>("accounts");

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, Iterable<byte[]>>> buckets) {
    PCollectionTuple outputs =
        buckets.apply(ParDo.of(new Fn()).withOutputTags(ACCOUNTS, RawTables.allTags()));
    outputs.get(ACCOUNTS).setCoder(SourceAccountCoder.of());
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      setCoder(outputs, table);
    }
    return outputs;
  }

  private static <T extends Record> void setCoder(PCollectionTuple outputs, TableSpec<T> table) {
    outputs.get(RawTables.tagOf(table)).setCoder(RecordCoder.of(table.type()));
  }

  private static final class Fn extends DoFn<KV<Integer, Iterable<byte[]>>, SourceAccount> {
    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<byte[]>> bucket, MultiOutputReceiver outputs) {
      Deduplicator deduplicator = new Deduplicator();
      bucket.getValue().forEach(deduplicator::add);
      deduplicator.emit((table, row) -> output(outputs, table, row));
      deduplicator.accounts().forEach(outputs.get(ACCOUNTS)::output);
    }

    @SuppressWarnings("unchecked") // the tag stands at the place of the row's table
    private static void output(MultiOutputReceiver outputs, int table, Record row) {
      outputs.get((TupleTag<Record>) RawTables.tag(table)).output(row);
    }
  }
}
